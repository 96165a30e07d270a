"""The wording of page furniture in European languages (and a few entries of others).

The notation is explained in furniture_words; "company" lists the words that count only in company.
"""

from __future__ import annotations

EUROPE: dict[str, dict[str, str]] = {
    "de": {
        "menu": """
            zum inhalt springen | zum inhalt | zur navigation springen | zum hauptinhalt springen
            direkt zum inhalt | zum hauptinhalt | hauptmenü | hauptnavigation | menü öffnen | menü schließen
            menü | suche öffnen | sie sind hier | sie befinden sich hier | nach oben | zum seitenanfang
            seitenanfang | zurück zur startseite | zur startseite | zur übersicht | mehr anzeigen
            alle anzeigen | weniger anzeigen | vorheriger artikel | nächster artikel | vorherige seite
            nächste seite | impressum | datenschutz | datenschutzerklärung | nutzungsbedingungen
            schriftgröße | barrierefreiheit | agb | links zur barrierefreiheit
        """,
        "advert": """
            anzeige | anzeigen | werbung | gesponsert | gesponserter inhalt | weiter nach der anzeige
            anzeige schließen | artikel wird nach der anzeige fortgesetzt | hier folgt werbung
        """,
        "player": """
            video abspielen | audio abspielen | artikel anhören | artikel vorlesen | jetzt anhören
            vorlesen | bild vergrößern | video starten | beitrag hören
        """,
        "share links": """
            teilen | artikel teilen | beitrag teilen | seite teilen | auf facebook teilen
            auf twitter teilen | auf x teilen | per e-mail teilen | per whatsapp teilen | per mail versenden
            per e-mail versenden | twittern | drucken | artikel drucken | seite drucken | link kopieren
            link kopiert | merken | artikel merken | auf die merkliste | auf … teilen | über … teilen
            folgen sie uns | folgen sie uns auf … | folge uns | folge uns auf … | versenden
            diesen artikel teilen | artikel versenden
        """,
        "related posts": """
            mehr zum thema | mehr zum thema: … | lesen sie auch | lesen sie auch: … | lesen sie mehr
            lesen sie mehr: … | das könnte sie auch interessieren | das könnte dich auch interessieren
            auch interessant | ähnliche artikel | verwandte artikel | verwandte themen | weitere artikel
            weitere meldungen | weitere nachrichten | weiterlesen | mehr lesen | meistgelesen
            meistgelesene artikel | am meisten gelesen | top-themen | aktuelle nachrichten | mehr aus …
            mehr von … | empfehlungen | empfohlen | empfohlene artikel | neueste artikel | zum thema
            weitere themen | siehe auch
        """,
        "label": """
            schlagworte | schlagwörter | schlagworte: … | schlagwörter: … | stichwörter | themen: …
            eilmeldung | # min. lesezeit | lesezeit: # min | lesezeit # min | lesedauer: # minuten
            lesezeit: # minuten | lesezeit # minuten | nur für abonnenten
        """,
        "credit": """
            quelle: … | quellen: … | foto: … | bild: … | fotos: … | bildquelle: … | bildnachweis: … | © dpa
            symbolbild | archivbild | archivfoto | mit material von …
        """,
        "comment prompt": """
            kommentare | # kommentare | kommentar schreiben | kommentieren | kommentare lesen
            kommentar verfassen | diskutieren sie mit | schreiben sie einen kommentar | ihre meinung
            kommentare # | kommentar #
        """,
        "notice": """
            anmelden | einloggen | abmelden | registrieren | jetzt registrieren | jetzt abonnieren
            abonnieren | jetzt anmelden | kostenlos testen | jetzt kostenlos testen | newsletter abonnieren
            newsletter bestellen | zum newsletter anmelden | abo | zum abo | passwort vergessen
            alle akzeptieren | cookies akzeptieren | cookie-einstellungen | wir verwenden cookies *
            wir nutzen cookies * | diese website verwendet cookies * | diese seite verwendet cookies *
            melden sie sich für * newsletter * | schließen | zustimmen | mehr erfahren
            alle cookies akzeptieren | app herunterladen
        """,
        "copyright": """
            alle rechte vorbehalten | * alle rechte vorbehalten
        """,
        "marker": """
            ende
        """,
        "company": """
            startseite | nachrichten | politik | wirtschaft | ausland | inland | panorama | kultur | wissen
            gesellschaft | meinung | regional | lokales | sportschau | wetter | suche | kontakt | über uns
            mediathek | karriere | reise | auto | digital | netzwelt
        """,
    },
    "fr": {
        "menu": """
            aller au contenu | aller au contenu principal | aller au menu | passer au contenu
            accéder au contenu | accéder au menu | accéder à la recherche | fil d'ariane | vous êtes ici
            retour en haut | haut de page | retour à l'accueil | menu principal | ouvrir le menu
            fermer le menu | mentions légales | plan du site | politique de confidentialité
            conditions générales d'utilisation | voir plus | afficher plus | tout voir | article précédent
            article suivant | page suivante | page précédente | nous contacter | liens d'accessibilité
        """,
        "advert": """
            publicité | annonce | contenu sponsorisé | la suite après la publicité
            la suite après cette publicité | passer la publicité | fermer la publicité
        """,
        "player": """
            lire la vidéo | écouter l'article | écouter cet article | plein écran | agrandir l'image
            écouter le podcast | lecture
        """,
        "share links": """
            partager | partager l'article | partager cet article | partager sur … | partager via …
            partager par … | tweeter | envoyer par e-mail | envoyer par mail | imprimer | imprimer l'article
            copier le lien | lien copié | suivez-nous | suivez-nous sur … | suivre | ajouter à mes favoris
            enregistrer l'article | offrir l'article | lire plus tard
        """,
        "related posts": """
            lire aussi | lire aussi: … | à lire aussi | à lire aussi: … | a lire aussi: … | a lire aussi
            à lire également | à lire également: … | lire également | lire la suite | lire plus
            en savoir plus | articles liés | articles similaires | sur le même sujet | sur le même thème
            dans la même rubrique | à voir aussi | à voir également | les plus lus | les plus lues
            articles les plus lus | dernières actualités | les dernières actualités
            nos articles à lire aussi | vous aimerez aussi | vous pourriez aussi aimer | à découvrir
            recommandé pour vous | le plus populaire | voir aussi
        """,
        "label": """
            mots-clés | mots clés | mots-clés: … | étiquettes | étiquettes: … | temps de lecture: # min
            temps de lecture # min | temps de lecture: # minutes | réservé aux abonnés
            article réservé aux abonnés | alerte info | lecture # min | temps de lecture # min.
        """,
        "credit": """
            source : … | crédit photo: … | crédits: … | crédit: … | photo d'illustration | avec afp
            avec agences | (avec afp) | avec reuters | image d'illustration
        """,
        "comment prompt": """
            commentaires | # commentaires | commenter | laisser un commentaire | ajouter un commentaire
            voir les commentaires | réagir | soyez le premier à commenter
        """,
        "notice": """
            se connecter | s'identifier | connexion | s'inscrire | créer un compte | mon compte | s'abonner
            je m'abonne | abonnez-vous | abonnez-vous * | déjà abonné | déjà abonné ? *
            mot de passe oublié | tout accepter | accepter et fermer | paramétrer les cookies
            gérer mes cookies | inscrivez-vous * | continuer sans accepter | nous utilisons des cookies *
            ce site utilise des cookies * | recevez * dans votre boîte mail * | fermer
            il vous reste # % de cet article à lire * | la suite est réservée aux abonnés *
            newsletters * gratuites
        """,
        "copyright": """
            tous droits réservés | * tous droits réservés
        """,
        "company": """
            accueil | actualités | actualité | monde | politique | société | économie | santé | planète
            recherche | vidéos | débats | idées | à propos
        """,
    },
    "es": {
        "menu": """
            saltar al contenido | ir al contenido | ir al contenido principal
            saltar al contenido principal | pasar al contenido principal | menú principal | menú
            abrir menú | cerrar menú | estás aquí | usted está aquí | volver arriba | ir arriba
            volver al inicio | mapa del sitio | aviso legal | política de privacidad | política de cookies
            términos y condiciones | términos de uso | ver más | ver todo | cargar más | mostrar más
            artículo anterior | artículo siguiente | página siguiente | página anterior | quiénes somos
            contáctenos | enlaces de accesibilidad
        """,
        "advert": """
            publicidad | anuncio | anuncios | contenido patrocinado | patrocinado
            continúa después de la publicidad | sigue leyendo después de la publicidad
        """,
        "player": """
            reproducir video | ver video | escuchar artículo | escuchar este artículo | escuchar
            pantalla completa | ampliar imagen
        """,
        "share links": """
            compartir | comparte | compartir artículo | compartir en … | comparte en … | compartir por …
            compartir esta noticia | compartir en redes | tuitear | imprimir | enviar por correo
            enviar por email | copiar enlace | copiar link | síguenos | síguenos en | síguenos en …
            síganos en … | guardar | guardar artículo | me gusta
        """,
        "related posts": """
            lee también | lea también | lee también: … | lea también: … | te puede interesar
            te puede interesar: … | le puede interesar | también te puede interesar | noticias relacionadas
            artículos relacionados | notas relacionadas | contenido relacionado | más noticias
            más información | lo más leído | lo más visto | las más leídas | más leídas | últimas noticias
            leer más | seguir leyendo | sigue leyendo | recomendado | recomendados | recomendado para ti
            más sobre … | vea también | relacionadas | relacionado | más en … | ver también
        """,
        "label": """
            etiquetas | etiquetas: … | palabras clave | temas: … | tiempo de lectura: # min | última hora
            archivado en | archivado en: … | solo suscriptores | exclusivo para suscriptores
        """,
        "credit": """
            fuente: … | fuentes: … | créditos: … | crédito: … | foto de archivo | con información de …
            imagen de archivo
        """,
        "comment prompt": """
            comentarios | # comentarios | deja un comentario | deja una respuesta | dejar un comentario
            escribe un comentario | añadir comentario | comentar
        """,
        "notice": """
            iniciar sesión | inicia sesión | inicie sesión | regístrate | regístrese | registrarse
            crear cuenta | suscríbete | suscribirse | suscríbase | mi cuenta | suscríbete * newsletter *
            suscríbete a nuestro * | suscríbete a nuestra * | ya soy suscriptor | aceptar | aceptar todo
            aceptar cookies | rechazar | cerrar | utilizamos cookies * | este sitio utiliza cookies *
            este sitio web utiliza cookies * | usamos cookies * | recibe * en tu correo * | boletín
            boletines
        """,
        "copyright": """
            todos los derechos reservados | * todos los derechos reservados | normas
        """,
        "marker": """
            fin
        """,
        "company": """
            inicio | portada | noticias | mundo | política | economía | sociedad | deportes | cultura
            opinión | tecnología | ciencia | salud | buscar | contacto | nosotros | videos | fotos
            internacional | nacional
        """,
    },
    "pt": {
        "menu": """
            ir para o conteúdo | pular para o conteúdo | pular para o conteúdo principal
            ir para o conteúdo principal | você está aqui | voltar ao topo | voltar ao início | mapa do site
            política de privacidade | termos de uso | fale conosco | ver mais | carregar mais | mostrar mais
            próxima página | página anterior
        """,
        "advert": """
            publicidade | anúncio | conteúdo patrocinado | continua após a publicidade
            continua depois da publicidade
        """,
        "player": """
            reproduzir vídeo | ouvir o artigo | ouvir este conteúdo | ouvir notícia | tela cheia
            ampliar foto
        """,
        "share links": """
            compartilhar | compartilhe | compartilhe isso | compartilhar no … | compartilhe no …
            compartilhar via … | copiar link | partilhar | siga-nos | siga-nos no … | curtir | salvar
            enviar por e-mail | enviar por email | siga a gente no … | siga … no google news
        """,
        "related posts": """
            leia também | leia também: … | leia mais | leia mais: … | veja também | veja também: …
            saiba mais | notícias relacionadas | mais lidas | as mais lidas | mais notícias
            últimas notícias | artigos relacionados | conteúdo relacionado | recomendados | para você
            continue lendo | você também pode gostar | matérias relacionadas
        """,
        "label": """
            marcadores | palavras-chave | assuntos | tempo de leitura: # min | exclusivo para assinantes
            só para assinantes
        """,
        "credit": """
            fonte: … | fontes: … | crédito da foto: … | foto: reprodução | foto: divulgação | divulgação
            com agências | com informações de … | com informações da … | foto de arquivo
        """,
        "comment prompt": """
            comentários | # comentários | deixe um comentário | deixe uma resposta | faça um comentário
        """,
        "notice": """
            entrar | fazer login | cadastre-se | cadastrar | criar conta | assine | assine já | assine agora
            já sou assinante | aceitar | aceitar todos | fechar | assine nossa newsletter * | inscreva-se
            inscreva-se * newsletter * | este site usa cookies * | este site utiliza cookies *
            receba * no seu e-mail *
        """,
        "copyright": """
            todos os direitos reservados | * todos os direitos reservados
        """,
        "marker": """
            fim
        """,
        "company": """
            início | brasil | esportes | economia | saúde | tecnologia | ciência | buscar | contato | sobre
            opinião | vídeos
        """,
    },
    "it": {
        "menu": """
            vai al contenuto | salta al contenuto | torna su | menu principale
        """,
        "advert": """
            pubblicità
        """,
        "player": """
            ascolta l'articolo
        """,
        "share links": """
            condividi | condividi su … | stampa
        """,
        "related posts": """
            leggi anche | leggi anche: … | articoli correlati | potrebbe interessarti
        """,
        "comment prompt": """
            commenti
        """,
        "notice": """
            accedi | registrati | abbonati | accetta
        """,
        "copyright": """
            tutti i diritti riservati
        """,
        "company": """
            esteri | cronaca | cerca
        """,
    },
    "ru": {
        "menu": """
            перейти к содержанию | перейти к основному содержанию | вернуться к началу | наверх | меню
            карта сайта
        """,
        "advert": """
            реклама
        """,
        "share links": """
            поделиться | поделиться в … | распечатать
        """,
        "related posts": """
            читайте также | читайте также: … | по теме | похожие материалы | популярное
        """,
        "credit": """
            фото: … | источник: …
        """,
        "comment prompt": """
            комментарии
        """,
        "notice": """
            войти | подписаться | регистрация
        """,
        "copyright": """
            все права защищены | reproduction interdite | prohibida su reproducción *
            proibida a reprodução *
        """,
        "marker": """
            конец | end of story | end of article | end of page | end excerpt | begin excerpt
            end of excerpt | end quote | unquote text
        """,
        "company": """
            главная | новости | политика | экономика | общество | в мире | спорт | культура | поиск
        """,
    },
    "other": {
        "advert": """
            reklama | reklam | iklan
        """,
        "share links": """
            bagikan | paylaş
        """,
        "related posts": """
            baca juga | baca juga: … | lees ook | lees ook: … | lees meer
        """,
    },
}
