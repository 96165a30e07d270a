"""The wording of page furniture, as data: what menus, players, share bars and notices say.

Entries are separated by ``|`` and compared with a whole line whose case, Markdown decoration and
outer punctuation are gone. Inside an entry ``#`` stands for a number, ``…`` for a few words without
a sentence end, ``*`` for anything. An entry earns its place by being said by web sites and not by
people: a word that a document may use as its own heading belongs to ``COMPANY``, which counts only
among neighbours of its kind.
"""

from __future__ import annotations

WORDINGS: dict[str, str] = {
    "menu": """
        accessibility links | skip to content | skip to main content | skip to main | skip to navigation
        skip to search | skip to footer | skip navigation | skip links | skip header | jump to content
        skip to … content | jump to navigation | jump to | no menu items | menu | main menu | mobile menu
        open menu | close menu | toggle menu | toggle navigation | main navigation | navigation menu
        navigation | site navigation | secondary navigation | footer navigation | breadcrumb | breadcrumbs
        you are here | you are here * | toggle search | open search | close search | search for | search form
        search this site | search the site | search site | search … site | type your search | show search
        enter search term | enter your search | back to top | top of page | return to top | scroll to top
        go to top | back to home | back to homepage | return to homepage | go to homepage | site map | sitemap
        go back | back to previous page | back to … page | view full site | view desktop site | mobile site
        view all | see all | show all | view more | see more | show more | load more | load more … | show less
        expand | collapse | collapse all | expand all | next page | previous page | previous article
        next article | next story | previous story | next post | previous post | post navigation | older posts
        newer posts | older post | newer post | previous | next | all sections | sections menu | sections
        quick links | useful links | external links menu | footer menu | footer | sidebar | select language
        choose language | change language | language selection | languages available | available in english
        choose your edition | us edition | international edition | uk edition | asia edition | edition
        switch to … edition | text size | font size | increase text size | decrease text size | text resize
        high contrast | an official website of the united states government | here's how you know
        here is how you know | official websites use .gov | secure .gov websites use https | go to content
        javascript is disabled | enable javascript * | please enable javascript * | open in app | view in app
        your browser does not support * | you need to enable javascript * | table of contents menu
        # of # | page # | go to page # | more menu | about us | contact us | terms of use | privacy policy
        terms of service | terms and conditions | cookie policy | accessibility statement | work with us
        advertise with us | corrections policy | our standards | site feedback | report an error
        본문 바로가기 | 본문바로가기 | 메뉴 바로가기 | 주메뉴 바로가기 | 주메뉴 | 전체메뉴 | 전체 메뉴 | 메뉴
        메뉴 열기 | 메뉴 닫기 | 검색 열기 | 검색창 열기 | 통합검색 | 홈으로 | 맨 위로 | 위로 가기 | 맨위로 | 상단으로
        목록 | 목록보기 | 목록으로 | 이전글 | 다음글 | 이전 글 | 다음 글 | 이전기사 | 다음기사 | 이전 기사 | 다음 기사
        글자크기 | 글자크기 조절 | 글자 크기 | 글자크기 설정 | 글씨크기 조절 | 본문 글씨 키우기 | 본문 글씨 줄이기
        폰트 크기 | 글꼴 크기 | 가 | 가 가 | 가가 | 더보기 | 전체보기 | 사이트맵 | 개인정보처리방침 | 이용약관 | 회사소개
        청소년보호정책 | 고객센터 | 바로가기 | 現在位置 | 本文へ | 本文へ移動 | 本文へスキップ | 本文へジャンプ | メニュー
        本文に移動 | コンテンツへスキップ | コンテンツに移動 | メニューを開く | メニューを閉じる | ページの先頭へ
        ページトップへ | このページの先頭へ | トップへ戻る | トップに戻る | 一覧へ戻る | 一覧に戻る | 前のページへ
        次のページへ | 前へ | 次へ | 前の記事 | 次の記事 | 文字サイズ | 文字サイズ変更 | サイトマップ | もっと見る
        プライバシーポリシー | 個人情報保護方針 | 利用規約 | お問い合わせ | 会社概要 | サイト内検索 | ページトップ
        跳至内容 | 跳到主要内容 | 跳至主要內容 | 跳到主要內容 | 网站地图 | 網站地圖 | 返回顶部 | 回到顶部 | 返回頂部
        回到頂部 | 返回首页 | 返回首頁 | 当前位置 * | 您的位置 * | 目前位置 * | 上一篇 | 下一篇 | 上一页 | 下一页 | 上一頁
        下一頁 | 上一篇 … | 下一篇 … | 字号 | 字体大小 | 字體大小 | 大 中 小 | 更多 | 关于我们 | 關於我們 | 联系我们
        聯絡我們 | 隐私政策 | 隱私權政策 | 无障碍链接 | 加载更多
        zum inhalt springen | zum inhalt | zur navigation springen | zum hauptinhalt springen | direkt zum inhalt
        zum hauptinhalt | hauptmenü | hauptnavigation | menü öffnen | menü schließen | menü | suche öffnen
        sie sind hier | sie befinden sich hier | nach oben | zum seitenanfang | seitenanfang | zurück zur startseite
        zur startseite | zur übersicht | mehr anzeigen | alle anzeigen | weniger anzeigen | vorheriger artikel
        nächster artikel | vorherige seite | nächste seite | impressum | datenschutz | datenschutzerklärung
        nutzungsbedingungen | schriftgröße | barrierefreiheit | agb | links zur barrierefreiheit
        aller au contenu | aller au contenu principal | aller au menu | passer au contenu | accéder au contenu
        accéder au menu | accéder à la recherche | fil d'ariane | vous êtes ici | retour en haut | haut de page
        retour à l'accueil | menu principal | ouvrir le menu | fermer le menu | mentions légales | plan du site
        politique de confidentialité | conditions générales d'utilisation | voir plus | afficher plus | tout voir
        article précédent | article suivant | page suivante | page précédente | nous contacter | liens d'accessibilité
        saltar al contenido | ir al contenido | ir al contenido principal | saltar al contenido principal
        pasar al contenido principal | menú principal | menú | abrir menú | cerrar menú | estás aquí | usted está aquí
        volver arriba | ir arriba | volver al inicio | mapa del sitio | aviso legal | política de privacidad
        política de cookies | términos y condiciones | términos de uso | ver más | ver todo | cargar más | mostrar más
        artículo anterior | artículo siguiente | página siguiente | página anterior | quiénes somos | contáctenos
        enlaces de accesibilidad | ir para o conteúdo | pular para o conteúdo | pular para o conteúdo principal
        ir para o conteúdo principal | você está aqui | voltar ao topo | voltar ao início | mapa do site
        política de privacidade | termos de uso | fale conosco | ver mais | carregar mais | mostrar mais
        próxima página | página anterior | vai al contenuto | salta al contenuto | torna su | menu principale
        перейти к содержанию | перейти к основному содержанию | вернуться к началу | наверх | меню | карта сайта
    """,
    "advert": """
        advertisement | advertisements | advertising | advert | ad | ads | ad feedback | ads by … | ad choices
        adchoices | skip advertisement | skip ad | skip ads | close ad | sponsored | sponsored content | promoted
        sponsored links | sponsored by … | sponsor message | sponsored post | promoted content | paid content
        paid post | partner content | paid partnership | supported by | from our partners | from our sponsors
        from our sponsor | our sponsors | presented by … | advertiser content | content from our partners
        story continues below advertisement | story continues below this ad | story continues below
        story continues after advertisement | story continues after ad | article continues below
        article continues below advertisement | article continues after advertisement | report this ad
        article continues after this advertisement | article continues below this ad | continue below
        continue reading below | continue reading below advertisement | content continues below
        content continues after advertisement | advertisement scroll to continue | scroll to continue
        advertisement story continues below | advertisement continue reading the main story | why this ad
        continue reading the main story | scroll down to continue | scroll to continue with content
        advertisement skip | remove ads | hide ad | this is an advertisement | advertisement # | ad #
        advertisement | taboola | outbrain | by taboola | by outbrain | around the web | you may like by …
        광고 | 스폰서 | 스폰서 링크 | 협찬 | 제휴 콘텐츠 | 파워링크 | 광고 닫기 | 광고 건너뛰기 | 이 기사는 광고입니다
        広告 | スポンサーリンク | スポンサードリンク | 広告を閉じる | 記事の続きは広告の下 | この広告を閉じる
        広告の後に続きます | 广告 | 廣告 | 赞助内容 | 贊助內容 | 广告后继续 | 请继续往下阅读 | 請繼續往下閱讀
        anzeige | anzeigen | werbung | gesponsert | gesponserter inhalt | weiter nach der anzeige | anzeige schließen
        artikel wird nach der anzeige fortgesetzt | hier folgt werbung | publicité | annonce | contenu sponsorisé
        la suite après la publicité | la suite après cette publicité | passer la publicité | fermer la publicité
        publicidad | anuncio | anuncios | contenido patrocinado | patrocinado | continúa después de la publicidad
        sigue leyendo después de la publicidad | publicidade | anúncio | conteúdo patrocinado
        continua após a publicidade | continua depois da publicidade | pubblicità | реклама | reklama | reklam | iklan
    """,
    "player": """
        please wait | no media source currently available | direct link | pop-out player | pop out player | embed
        embed share | the code has been copied to your clipboard | the url has been copied to your clipboard
        the code has been copied | width px height px | width px | height px | media player | video player
        audio player | loading player | loading video | loading audio | play video | play audio | pause video
        play all | watch video | watch the video | listen to article | listen to this article | listen to the article
        listen to this story | listen to this | listen now | listen # min | listen # minutes | play / pause
        play pause | play now | now playing | up next | video duration # | video duration … | unmute | mute
        current time # | duration # | remaining time # | stream type live | loaded # | progress # | playback rate
        seek to live, currently playing live | chapters descriptions off, selected | descriptions off, selected
        captions settings, opens captions settings dialog | captions off, selected | fullscreen | full screen
        exit full screen | enter full screen | picture-in-picture | picture in picture | this is a modal window
        beginning of dialog window. escape will cancel and close the window | end of dialog window
        close modal dialog | audio track | subtitles off | closed captions | auto # p | # kbps | # kbps mp3
        240p | 360p | 480p | 720p | 1080p | 240p # mb | 360p # mb | 480p # mb | 720p # mb | 1080p # mb | 270p # mb
        auto 240p 360p 480p 720p 1080p | #p * mb | download this video | download audio | download the audio
        mp3 download | this video is not available | this video is unavailable | video unavailable
        video not available | the video is not available | this audio is auto-generated * | powered by elevenlabs
        read aloud | audio is ai-generated | video transcript | hide transcript | show transcript | view transcript
        slide # of # | image # of # | photo # of # | picture # of # | # of # photos | view gallery | open gallery
        open image in gallery | image gallery | photo gallery | view image in fullscreen | show caption | hide caption
        open image modal | enlarge this image | enlarge image | expand image | toggle caption | show captions
        hide captions | click to enlarge | click to expand | zoom | maximize | gallery # | # photos | # images
        동영상 재생 | 영상 재생 | 재생 | 일시정지 | 음성으로 듣기 | 기사 듣기 | 기사듣기 | 음소거 | 전체화면 | 동영상 고정 취소
        이미지 확대 | 이미지 확대보기 | 사진 확대 | 이미지 크게 보기 | 크게보기 | 이미지크게보기
        動画を再生 | 再生 | 一時停止 | 音声を聞く | 音声で聞く | 全画面表示 | 画像を拡大 | 拡大画像を見る | 写真を拡大
        この記事を音声で聞く | 播放 | 播放视频 | 播放影片 | 暂停 | 暫停 | 收听 | 听新闻 | 全屏 | 点击查看大图 | 查看大图
        video abspielen | audio abspielen | artikel anhören | artikel vorlesen | jetzt anhören | vorlesen | bild vergrößern
        video starten | beitrag hören | lire la vidéo | écouter l'article | écouter cet article | plein écran
        agrandir l'image | écouter le podcast | lecture | reproducir video | ver video | escuchar artículo
        escuchar este artículo | escuchar | pantalla completa | ampliar imagen | reproduzir vídeo | ouvir o artigo
        ouvir este conteúdo | ouvir notícia | tela cheia | ampliar foto | ascolta l'articolo
    """,
    "share links": """
        share | share this | share this post | share this article | share this story | share this page | shares
        share this entry | share this video | share this release | share this content | share post | share via
        share article | share story | share page | share on | share with | share it | sharing | share link
        share full article | share options | see more sharing options | more sharing options | show sharing options
        share with your friends | share your thoughts | # shares | share # | shared # | shares # | # share
        share on … | share to … | share via … | share by … | share this … on … | share this on … | tweet this
        tweet | tweets | retweet | tweet # | post on x | post to x | share on x | send on … | send via … | send to …
        pin | pin it | pinterest | facebook | twitter | x (twitter) | linkedin | whatsapp | telegram | reddit | tumblr
        messenger | line | flipboard | wechat | weibo | kakaotalk | bluesky | threads | instagram | youtube | tiktok
        facebook icon | twitter icon | facebook logo | twitter logo | email icon | facebook messenger | mastodon
        facebook twitter * | facebook x * | opens in new window | opens in a new window | opens in new tab
        click to share on … | click to email … | click to print … | click to email a link to a friend *
        email | e-mail | email this | email this article | email this page | email article | email a friend
        email to a friend | email link | send this page to someone via email | send by email | send email | send to friend
        print | print this | print this page | print this article | print article | print page | printer friendly
        print friendly | printer-friendly version | print version | print-friendly version | print / pdf | save as pdf
        download pdf | view pdf | pdf version | pdf | download as pdf | print email | print mail | open pdf
        copy link | copy url | copy the link | copied | link copied | copy article link | copy shareable link
        copy link to clipboard | link copied to clipboard | copied to clipboard | copy this link | get link | permalink
        short url | embed code | copy embed code | cite | cite this | cite this article | bookmark | bookmark this
        save | save article | save for later | save this article | save story | add to favorites | saved | read later
        add to reading list | gift article | gift this article | give this article | like | likes | # likes | like #
        like this | like loading | like us on facebook | like this page | upvote | downvote | follow | following
        follow us | follow us on | follow us on … | follow us on social media | follow … on twitter
        follow … on facebook | follow … on x | follow … on instagram | find us on … | connect with us | stay connected
        join us on … | join our telegram channel | join our whatsapp channel | join … whatsapp channel
        add as a preferred source on google | make us preferred on google | google news | follow on google news
        # views | views # | # reads | # downloads | # retweets | # followers | rss | rss feed | subscribe to rss
        공유 | 공유하기 | 기사공유 | 기사 공유 | 기사 공유하기 | 기사공유하기 | 공유 하기 | 링크 복사 | 링크복사 | url복사
        url 복사 | 주소복사 | 주소 복사 | 카카오톡 | 카카오스토리 | 네이버블로그 | 네이버 블로그 | 네이버밴드 | 밴드
        페이스북 | 트위터 | 엑스 | 카카오톡 공유하기 | 카카오톡으로 공유하기 | 페이스북 공유 | 페이스북 공유하기
        트위터 공유하기 | 페이스북으로 공유하기 | 트위터로 공유하기 | sns 공유 | sns 공유하기 | 인쇄 | 인쇄하기 | 기사 인쇄
        프린트 | 스크랩 | 스크랩하기 | 기사 저장 | 기사저장 | 북마크 | 좋아요 | 좋아요 # | 추천해요 | 좋아요 # 개 | 이메일 보내기
        메일 보내기 | 이메일 | 구독하기 공유하기 | 다른 공유 찾기 | 기사스크랩하기 | 공유 더보기 | 팔로우
        シェア | シェアする | 共有 | 共有する | この記事をシェア | この記事をシェアする | この記事を共有 | ツイート
        ツイートする | ポスト | ポストする | つぶやく | リンクをコピー | リンクをコピーする | urlをコピー | urlをコピーする
        印刷 | 印刷する | 印刷用ページ | このページを印刷 | メールで送る | メールで共有 | 記事を保存 | 保存 | 保存する
        ブックマーク | クリップ | クリップする | スクラップ | はてなブックマーク | はてブ | いいね | いいね # | いいね！
        lineで送る | lineでシェア | facebookでシェア | フェイスブック | ツイッター | フォロー | フォローする | noteで書く
        分享 | 分享到 | 分享至 | 分享此文 | 分享这篇文章 | 分享這篇文章 | 分享文章 | 分享新聞 | 分享本页 | 转发 | 轉發
        分享到 … | 分享到微信 | 微信 | 微博 | 新浪微博 | 扫一扫 * | 微信扫一扫 * | 扫描二维码 * | 复制链接 | 複製連結
        复制网址 | 打印 | 打印本页 | 列印 | 友善列印 | 收藏 | 收藏本文 | 点赞 | 點讚 | 赞 | 讚 | 关注我们 | 追蹤我們 | 关注
        teilen | artikel teilen | beitrag teilen | seite teilen | auf facebook teilen | auf twitter teilen | auf x teilen
        per e-mail teilen | per whatsapp teilen | per mail versenden | per e-mail versenden | twittern | drucken
        artikel drucken | seite drucken | link kopieren | link kopiert | merken | artikel merken | auf die merkliste
        auf … teilen | über … teilen | folgen sie uns | folgen sie uns auf … | folge uns | folge uns auf … | versenden
        partager | partager l'article | partager cet article | partager sur … | partager via … | partager par …
        tweeter | envoyer par e-mail | envoyer par mail | imprimer | imprimer l'article | copier le lien | lien copié
        suivez-nous | suivez-nous sur … | suivre | ajouter à mes favoris | enregistrer l'article | offrir l'article
        compartir | comparte | compartir artículo | compartir en … | comparte en … | compartir por … | compartir esta noticia
        compartir en redes | tuitear | imprimir | enviar por correo | enviar por email | copiar enlace | copiar link
        síguenos | síguenos en | síguenos en … | síganos en … | guardar | guardar artículo | me gusta
        compartilhar | compartilhe | compartilhe isso | compartilhar no … | compartilhe no … | compartilhar via …
        copiar link | partilhar | siga-nos | siga-nos no … | curtir | salvar | enviar por e-mail | enviar por email
        condividi | condividi su … | stampa | поделиться | поделиться в … | распечатать | bagikan | paylaş
    """,
    "related posts": """
        related | related posts | related articles | related article | related stories | related story | related news
        related content | related coverage | related topics | related links | related link | related items
        related reading | related videos | related video | related documents | related information | related tags
        related pages | related reports | related publications | related press releases | related releases
        more related … | related: … | related article: … | related story: … | related stories: … | related … articles
        read more | read also | also read | also read: … | read also: … | read more: … | read: … | read next | read next: …
        read more about … | read more on … | read more stories | read more news | more to read | read the full story
        read full story | read full article | read the full article | continue reading | continue reading … | keep reading
        see also: … | see more: … | see also | don't miss | don't miss: … | in case you missed it | you may also like
        you might also like | you may like | you might like | you may also be interested in | you might be interested in
        you may have missed | also of interest | we recommend | we recommend: … | recommended | recommended for you
        recommended stories | recommended articles | recommended reading | recommended by … | recommended video
        recommended videos | recommended posts | recommended: … | suggested articles | suggested reading | suggested for you
        top stories | top stories of the day | top news | top articles | more top stories | more stories | more news
        more stories like this | more like this | more articles | more from … | more on … | more on this story | more in …
        more on this topic | more from this section | more from this author | more from author | more coverage
        more headlines | more by … | most read | most popular | most viewed | most shared | most commented | most recent
        most discussed | most watched | popular | popular posts | popular stories | popular articles | popular now
        popular news | trending | trending now | trending stories | trending news | trending topics | trending articles
        what's trending | latest | latest news | latest stories | latest posts | latest articles | latest headlines
        latest updates | latest videos | the latest | latest from … | latest in … | recent posts | recent articles
        recent stories | recent news | recent comments | editors' picks | editor's picks | editor's pick | editor's choice
        editors' choice | must read | must reads | must-read | must read: … | featured | featured stories | featured articles
        featured posts | featured videos | in other news | other news | other stories | other articles | further reading
        watch: … | watch more | watch now: … | watch also | listen: … | explore more | explore more … | discover more
        discover more from … | up next … | next up | next up: … | next article: … | previous article: … | next post: …
        previous post: … | next: … | previous: … | similar articles | similar posts | similar stories | from the web
        from around the web | elsewhere on the web | from our archives | from the archive | around the site | promoted stories
        관련기사 | 관련 기사 | 관련뉴스 | 관련 뉴스 | 관련글 | 관련 글 | 연관기사 | 연관 기사 | 관련기사 … | 관련 콘텐츠
        이 시각 뉴스 | 이시각 뉴스 | 이 시각 주요뉴스 | 이 시각 주요 뉴스 | 이시각 주요뉴스 | 이 시각 헤드라인 | 주요뉴스
        주요 뉴스 | 주요기사 | 많이 본 뉴스 | 많이 본 기사 | 많이본 뉴스 | 많이본뉴스 | 가장 많이 본 뉴스 | 가장 많이 본 기사
        인기기사 | 인기 기사 | 인기뉴스 | 인기 뉴스 | 실시간 뉴스 | 실시간 인기기사 | 추천기사 | 추천 기사 | 추천뉴스 | 최신기사
        최신 기사 | 최신뉴스 | 최신 뉴스 | 오늘의 뉴스 | 오늘의 주요뉴스 | 헤드라인 뉴스 | 핫뉴스 | 핫이슈 | 이슈 | 다른기사 보기
        다른 기사 보기 | … 기자의 다른기사 보기 | … 기자의 다른 기사 | 함께 보면 좋은 기사 | 함께 볼만한 기사 | 베스트 클릭
        関連記事 | 関連ニュース | 関連リンク | 関連情報 | 関連するニュース | 関連キーワード | あわせて読みたい | 合わせて読みたい
        おすすめ | おすすめ記事 | おすすめの記事 | オススメ記事 | この記事に関連するニュース | こちらもおすすめ | 人気記事
        人気の記事 | 人気記事ランキング | アクセスランキング | ランキング | 記事ランキング | 新着記事 | 新着ニュース | 新着 | 最新記事
        最新ニュース | 最新の記事 | 続きを読む | 全文を読む | 記事全文を読む | もっと読む | 注目記事 | 注目ニュース | ピックアップ
        主要ニュース | トップニュース | 他の記事 | この著者の他の記事 | よく読まれている記事 | 編集部のおすすめ
        相关新闻 | 相關新聞 | 相关阅读 | 相關閱讀 | 相关文章 | 相關文章 | 相关报道 | 相關報導 | 相关链接 | 相关推荐 | 相關連結
        延伸阅读 | 延伸閱讀 | 推荐阅读 | 推薦閱讀 | 推荐 | 为您推荐 | 為您推薦 | 猜你喜欢 | 猜你喜歡 | 热门新闻 | 熱門新聞
        热门文章 | 熱門文章 | 热点新闻 | 热门推荐 | 熱門推薦 | 最新新闻 | 最新新聞 | 最新消息 | 最新文章 | 更多新闻 | 更多新聞
        更多文章 | 阅读原文 | 閱讀全文 | 阅读全文 | 阅读更多 | 繼續閱讀 | 编辑推荐 | 編輯推薦 | 点击排行 | 热点排行 | 你可能也喜欢
        mehr zum thema | mehr zum thema: … | lesen sie auch | lesen sie auch: … | lesen sie mehr | lesen sie mehr: …
        das könnte sie auch interessieren | das könnte dich auch interessieren | auch interessant | ähnliche artikel
        verwandte artikel | verwandte themen | weitere artikel | weitere meldungen | weitere nachrichten | weiterlesen
        mehr lesen | meistgelesen | meistgelesene artikel | am meisten gelesen | top-themen | aktuelle nachrichten | mehr aus …
        mehr von … | empfehlungen | empfohlen | empfohlene artikel | neueste artikel | zum thema | weitere themen | siehe auch
        lire aussi | lire aussi: … | à lire aussi | à lire aussi: … | a lire aussi: … | a lire aussi | à lire également
        à lire également: … | lire également | lire la suite | lire plus | en savoir plus | articles liés | articles similaires
        sur le même sujet | sur le même thème | dans la même rubrique | à voir aussi | à voir également | les plus lus
        les plus lues | articles les plus lus | dernières actualités | les dernières actualités | nos articles à lire aussi
        vous aimerez aussi | vous pourriez aussi aimer | à découvrir | recommandé pour vous | le plus populaire | voir aussi
        lee también | lea también | lee también: … | lea también: … | te puede interesar | te puede interesar: … | le puede interesar
        también te puede interesar | noticias relacionadas | artículos relacionados | notas relacionadas | contenido relacionado
        más noticias | más información | lo más leído | lo más visto | las más leídas | más leídas | últimas noticias
        leer más | seguir leyendo | sigue leyendo | recomendado | recomendados | recomendado para ti | más sobre … | vea también
        relacionadas | relacionado | más en … | ver también
        leia também | leia também: … | leia mais | leia mais: … | veja também | veja também: … | saiba mais | notícias relacionadas
        mais lidas | as mais lidas | mais notícias | últimas notícias | artigos relacionados | conteúdo relacionado | recomendados
        para você | continue lendo | você também pode gostar | matérias relacionadas
        leggi anche | leggi anche: … | articoli correlati | potrebbe interessarti | читайте также | читайте также: …
        по теме | похожие материалы | популярное | baca juga | baca juga: … | lees ook | lees ook: … | lees meer
    """,
    "label": """
        breaking news | breaking | live updates | live update | developing story | just in | exclusive content
        organizations in this story | organization in this story | organisations in this story | people in this story
        companies in this story | places in this story | topics in this story | in this story | in this article
        in this article: … | people in this article | organizations in this article | mentioned in this article
        mentioned in this story | on this page | topics: … | topics | tags | tag | tags: … | tags # | tag: … | filed under
        filed under: … | filed under … | filed in … | posted in … | posted in: … | posted under … | categories
        categories: … | category: … | keywords | key words | explore more on these topics | topics mentioned in this article
        more topics | about the author | about the authors | about author | author bio | author archive | view all posts by …
        view all posts | all posts by … | see all posts by … | see author's posts | view author posts | published in: …
        # min read | # mins read | # minute read | # minutes read | # minute read time | reading time # minutes
        reading time: # minutes | reading time: # min | read time: # minutes | reading time # mins | # min | read in # minutes
        estimated reading time # minutes | estimated reading time: # minutes | # minutes ago | # minute ago | # hours ago
        # hour ago | # days ago | # day ago | # weeks ago | # months ago | # years ago | # hrs ago | # mins ago
        updated # hours ago | updated # hour ago | updated # minutes ago | published # hours ago | published # hour ago
        last updated # hours ago | this article is more than # year old | this article is more than # years old
        this article is more than # months old | subscriber only | subscribers only | premium | for subscribers
        members only | subscriber exclusive | premium content | free access | free article | login required | word count: #
        # words | section: … | in partnership with …
        태그 | 키워드 | 키워드: … | 태그: … | 속보 | 단독 | 기사입력 | 기사원문 | 기사 원문 | 해시태그 | 카테고리 | 읽는 시간 # 분
        タグ | タグ: … | キーワード | キーワード: … | カテゴリ | カテゴリー | カテゴリー: … | 速報 | 有料会員限定 | 会員限定 | 会員限定記事
        有料記事 | 有料会員限定記事 | ジャンル | テーマ | この記事は有料記事です | この記事は有料会員限定です | 目次
        标签 | 标签: … | 標籤 | 標籤: … | 关键词 | 关键词: … | 關鍵字 | 關鍵字: … | 关键字: … | 分类 | 分類 | 分类: … | 分類: …
        快讯 | 突发 | 编辑: … | 編輯: … | 责任编辑: … | 責任編輯: … | 责编: … | 審稿: … | 校对: … | 本文标签: …
        schlagworte | schlagwörter | schlagworte: … | schlagwörter: … | stichwörter | themen: … | eilmeldung | # min. lesezeit
        lesezeit: # min | lesezeit # min | lesedauer: # minuten | lesezeit: # minuten | lesezeit # minuten | nur für abonnenten
        mots-clés | mots clés | mots-clés: … | étiquettes | étiquettes: … | temps de lecture: # min | temps de lecture # min
        temps de lecture: # minutes | réservé aux abonnés | article réservé aux abonnés | alerte info | lecture # min
        etiquetas | etiquetas: … | palabras clave | temas: … | tiempo de lectura: # min | última hora | archivado en | archivado en: …
        solo suscriptores | exclusivo para suscriptores | marcadores | palavras-chave | assuntos | tempo de leitura: # min
        exclusivo para assinantes | só para assinantes
    """,
    "credit": """
        source: … | sources: … | source | story source: … | news source: … | original source: … | via: … | image source: …
        photo source: … | photo credit: … | photo credits: … | image credit: … | image credits: … | picture credit: …
        video credit: … | photo courtesy of … | image courtesy of … | courtesy of … | photo by … | photos by … | image by …
        photograph by … | photographs by … | picture by … | illustration by … | video by … | graphic by … | file photo
        file photo: … | file image | stock photo | stock image | getty images | getty | shutterstock | istock | unsplash | pexels
        ap photo | ap photo/… | reuters | afp | associated press | the associated press | agence france-presse | xinhua | yonhap
        kyodo | kyodo news | jiji press | upi | bloomberg | dpa | efe | ansa | tass | pti | ani | ians | voa news | voa
        … via getty images | … via ap | … via reuters | … via afp | … / getty images | …/getty images | …/afp | …/reuters
        …/ap | …/epa | …/shutterstock | …/xinhua | …/yonhap | …/kyodo | (with inputs from …) | with inputs from … | with agencies
        with agency inputs | (with agency inputs) | (with files from …) | with files from … | with reporting from … | agencies
        reporting by … | additional reporting by … | writing by … | editing by … | compiled by … | translated by …
        reporting by …; editing by … | reporting by … editing by … | edited by … | reported by … | fact-checked by …
        reporting by …; writing by …; editing by … | additional reporting by …; editing by … | this story was reported by …
        출처 | 출처: … | 출처=… | 사진: … | 사진=… | 사진 제공=… | 사진제공=… | 사진 제공: … | 사진출처=… | 사진 출처: … | 자료사진
        자료: … | 자료=… | 연합뉴스 | 뉴시스 | 뉴스1 | 게티이미지 | 게티이미지뱅크 | … 기자 | …=연합뉴스 | …=뉴시스 | …=뉴스1
        … 기자 페이스북 | 온라인뉴스팀 | 디지털뉴스팀 | 편집국 | 영상편집 …
        出典: … | 出典 | 写真: … | 写真=… | 写真/… | 画像: … | 撮影: … | 撮影=… | 提供: … | 提供=… | 共同通信 | 時事通信 | 時事
        共同 | ロイター | 資料写真 | 写真はイメージ | 写真はイメージです | 記事提供: … | 文/… | 取材・文/…
        来源: … | 來源: … | 稿源: … | 图片来源: … | 圖片來源: … | 图源: … | 图: … | 图/… | 圖/… | 摄影: … | 攝影: … | 资料图片 | 资料图
        資料照片 | 资料照 | 新华社 | 新華社 | 中新社 | 中央社 | 法新社 | 路透社 | 美联社 | 来源 | 記者: … | 记者: … | 作者: …
        quelle: … | quellen: … | foto: … | bild: … | fotos: … | bildquelle: … | bildnachweis: … | © dpa | symbolbild | archivbild | archivfoto
        mit material von … | source : … | crédit photo: … | crédits: … | crédit: … | photo d'illustration | avec afp | avec agences | (avec afp)
        avec reuters | image d'illustration | fuente: … | fuentes: … | créditos: … | crédito: … | foto de archivo | con información de …
        imagen de archivo | agencias | fonte: … | fontes: … | crédito da foto: … | foto: reprodução | foto: divulgação | divulgação | com agências
        com informações de … | com informações da … | foto de arquivo | фото: … | источник: …
    """,
    "comment prompt": """
        comments | # comments | # comment | comments # | comment | view comments | show comments | hide comments | read comments
        view # comments | show # comments | see all comments | read # comments | no comments | no comments yet | comments off
        comments are closed | comments are turned off | comments are disabled | comments have been disabled *
        comments closed | add a comment | add comment | leave a comment | leave a reply | leave comment | post a comment | post comment
        post your comment | write a comment | write a reply | reply | reply to … | cancel reply | join the conversation
        join the discussion | start the conversation | start the discussion | be the first to comment | what do you think
        tell us what you think | have your say | share your opinion | your email address will not be published *
        required fields are marked | required fields are marked * | you must be logged in to post a comment
        you must be logged in to comment | log in to leave a comment | log in to comment | login to comment | log in to reply
        login to leave a comment | please log in to comment | sign in to comment | comment policy | commenting guidelines
        report comment | save my name, email, and website in this browser * | this site uses akismet * | notify me of *
        learn how your comment data is processed | submit comment | sort by oldest | sort by newest | sort by best
        click here to post a comment | conversation powered by * | please enter your comment | please enter your name here
        please read our comment policy * | disqus | was this article helpful | was this page helpful | did you find this *
        rate this article | rate this post | average rating # | thank you for your feedback | give feedback | leave feedback
        댓글 | 댓글 # | # 댓글 | 댓글 # 개 | 댓글쓰기 | 댓글 쓰기 | 댓글 달기 | 댓글보기 | 댓글 보기 | 댓글 닫기 | 의견 | 의견쓰기 | 댓글운영원칙
        댓글을 입력해주세요 | 댓글을 입력해 주세요 | 첫 댓글을 남겨주세요 | 이 기사에 대한 댓글
        コメント | コメント # 件 | # 件のコメント | コメントを書く | コメントする | コメントを見る | コメントを残す | コメントを投稿 | コメント一覧
        この記事へのコメント | 评论 | 評論 | # 条评论 | 发表评论 | 發表評論 | 我要评论 | 网友评论 | 發表留言 | 留言 | 查看评论 | 评论区
        kommentare | # kommentare | kommentar schreiben | kommentieren | kommentare lesen | kommentar verfassen | diskutieren sie mit
        schreiben sie einen kommentar | ihre meinung | commentaires | # commentaires | commenter | laisser un commentaire
        ajouter un commentaire | voir les commentaires | réagir | soyez le premier à commenter | comentarios | # comentarios
        deja un comentario | deja una respuesta | dejar un comentario | escribe un comentario | añadir comentario | comentar
        comentários | # comentários | deixe um comentário | deixe uma resposta | faça um comentário | commenti | комментарии
    """,
    "notice": """
        log in | login | log out | logout | sign in | sign up | sign out | sign in / sign up | log in / sign up | sign in or sign up
        register | register now | register for free | create account | create an account | create a free account | create free account
        my account | your account | already a subscriber | already a member | already have an account | already have an account *
        already a subscriber? * | not a subscriber? * | don't have an account | don't have an account? * | forgot password | forgot your password
        remember me | username | password | your email address | email address | your email | enter your email | enter your email address
        enter email address | i agree | i accept | accept | accept all | accept cookies | accept all cookies | reject all | reject cookies
        decline | manage cookies | manage preferences | manage consent | cookie settings | cookie preferences | cookie consent | cookie notice
        privacy settings | your privacy choices | do not sell my personal information | do not sell or share my personal information
        got it | ok, got it | i understand | no thanks | no, thanks | maybe later | not now | dismiss | close | close this | x close | allow cookies
        privacy overview | strictly necessary cookies | always active | save settings | save preferences | save & accept | we value your privacy
        we care about your privacy | your privacy is important to us | we use cookies * | this site uses cookies * | this website uses cookies *
        our site uses cookies * | our website uses cookies * | this page uses cookies * | we and our partners * | we and our # partners *
        by continuing to use * | by continuing to browse * | by using this site, you * | by using our site, you * | by using this website, you *
        by clicking “accept * | by clicking "accept * | by clicking accept * | by clicking subscribe, * | by clicking submit, * | by signing up, you *
        by signing up you * | by subscribing, you * | by subscribing you * | by providing your email * | by entering your email * | by submitting *
        this site is protected by recaptcha * | please check your inbox * | check your inbox * | you can unsubscribe at any time *
        you have successfully subscribed * | thank you for subscribing * | thanks for signing up * | thank you for signing up * | an error occurred *
        something went wrong * | please try again later | subscribe | subscribe now | subscribe today | subscribe for free | subscribe here
        subscribe for $ * | subscribe to … | subscribe to our * | subscribe to read * | subscribe to continue * | subscribe to unlock *
        subscribe to keep reading * | subscribe with * | unsubscribe | newsletter | newsletters | newsletter sign up | newsletter signup
        newsletter sign-up | email newsletter | our newsletter | daily newsletter | weekly newsletter | get our newsletter | get the newsletter
        sign up for our * | sign up to our * | sign up for the * newsletter * | sign up for * newsletter | sign up for * newsletters
        sign up for free | sign up now | sign up here | sign up today | sign up to receive * | sign up for email updates * | sign up for email alerts *
        sign up to get * inbox | sign up for breaking news * | join our newsletter * | join our mailing list * | join now | get * delivered to your inbox *
        get * in your inbox * | get * straight to your inbox * | get * sent to your inbox * | delivered to your inbox * | get email alerts * | get alerts
        get news alerts * | get breaking news alerts * | turn on notifications | enable notifications | allow notifications | stay informed * newsletter *
        never miss a story * | don't miss a story * | stay up to date * newsletter * | start your free trial * | start free trial | try it free
        free trial | become a member | become a subscriber | become a supporter | support our journalism * | support us | donate | donate now
        make a donation | support independent journalism * | you have # free articles * | you have reached your * limit * | you've reached your * limit *
        you have # articles remaining * | to continue reading, * | to continue reading this article, * | this content is for subscribers *
        this article is for subscribers * | this article is available to subscribers * | this content is only available to * | to read the full *, subscribe *
        get unlimited access * | unlimited digital access * | unlock this article * | get the app | download our app * | download the app * | download app
        get our app * | get the * app | available on app store | google play | app store | download on the app store | get it on google play
        skip past newsletter promotion | after newsletter promotion | privacy notice: newsletters may contain * | for more information see our privacy policy *
        our standards: the thomson reuters trust principles * | purchase licensing rights * | opens new tab
        로그인 | 로그아웃 | 회원가입 | 마이페이지 | 구독 | 구독하기 | 구독신청 | 구독 신청 | 뉴스레터 | 뉴스레터 구독 | 뉴스레터 구독하기 | 기사제보
        기사 제보 | 제보하기 | 제보는 * | 카카오톡 제보 * | 앱 다운로드 | 앱에서 보기 | 알림 받기 | 네이버에서 * 구독하기 | 네이버 채널 구독 | 후원하기
        채널 구독하기 | 쿠키 설정 | 동의합니다 | 확인 | 닫기 | 취소 | 구독신청하기 | 정기구독 | 언론사 구독
        ログイン | ログアウト | 会員登録 | 無料会員登録 | 新規登録 | 新規会員登録 | 会員の方はログイン * | 会員の方はこちら * | 購読 | 購読する | 購読申し込み
        メルマガ登録 | メールマガジン | メールマガジン登録 | ニュースレター | ニュースレター登録 | この続きは会員登録 * | 残り # 文字 | 残り # 文字（全文 # 文字）
        残り # 文字(全文 # 文字) | 残り * 文字 | この記事の続きを読む * | アプリをダウンロード | アプリで開く | 通知を受け取る | 同意する | 閉じる | キャンセル
        有料会員になると * | 無料登録 | お気に入りに追加 | この記事は有料会員限定記事です *
        登录 | 登入 | 登錄 | 注册 | 註冊 | 加入会员 | 加入會員 | 订阅 | 訂閱 | 立即订阅 | 立即訂閱 | 订阅我们的 * | 訂閱電子報 | 下载app | 下載app | 下载客户端
        打开app | 打開app | 接受 | 同意 | 关闭 | 關閉 | 我们使用cookie * | 本网站使用cookie * | 本網站使用cookie * | 会员登录 | 會員登入
        anmelden | einloggen | abmelden | registrieren | jetzt registrieren | jetzt abonnieren | abonnieren | jetzt anmelden | kostenlos testen
        jetzt kostenlos testen | newsletter abonnieren | newsletter bestellen | zum newsletter anmelden | abo | zum abo | passwort vergessen | alle akzeptieren
        cookies akzeptieren | cookie-einstellungen | wir verwenden cookies * | wir nutzen cookies * | diese website verwendet cookies * | diese seite verwendet cookies *
        melden sie sich für * newsletter * | schließen | zustimmen | mehr erfahren | alle cookies akzeptieren | app herunterladen
        se connecter | s'identifier | connexion | s'inscrire | créer un compte | mon compte | s'abonner | je m'abonne | abonnez-vous | abonnez-vous *
        déjà abonné | déjà abonné ? * | mot de passe oublié | tout accepter | accepter et fermer | paramétrer les cookies | gérer mes cookies | inscrivez-vous *
        continuer sans accepter | nous utilisons des cookies * | ce site utilise des cookies * | recevez * dans votre boîte mail * | fermer
        il vous reste # % de cet article à lire * | la suite est réservée aux abonnés * | newsletters * gratuites
        iniciar sesión | inicia sesión | inicie sesión | regístrate | regístrese | registrarse | crear cuenta | suscríbete | suscribirse | suscríbase | mi cuenta
        suscríbete * newsletter * | suscríbete a nuestro * | suscríbete a nuestra * | ya soy suscriptor | aceptar | aceptar todo | aceptar cookies | rechazar | cerrar
        utilizamos cookies * | este sitio utiliza cookies * | este sitio web utiliza cookies * | usamos cookies * | recibe * en tu correo * | boletín | boletines
        entrar | fazer login | cadastre-se | cadastrar | criar conta | assine | assine já | assine agora | já sou assinante | aceitar | aceitar todos | fechar
        assine nossa newsletter * | inscreva-se | inscreva-se * newsletter * | este site usa cookies * | este site utiliza cookies * | receba * no seu e-mail *
        accedi | registrati | abbonati | accetta | войти | подписаться | регистрация
    """,
    "copyright": """
        © * | (c) # * | copyright | copyright © * | copyright (c) * | copyright # | copyright # … | copyright by … | copyrights © * | all rights reserved
        copyright # * all rights reserved | copyright notice | copyright policy | … all rights reserved | © # | all contents © *
        * all rights reserved. this material may not be published * | this material may not be published, broadcast, rewritten * | reprinted with permission
        no part of this * may be reproduced * | reproduction in whole or in part * prohibited * | unauthorized reproduction * prohibited *
        powered by wordpress | proudly powered by wordpress | powered by … | theme by … | website by … | designed by … | site by …
        저작권자 * | 무단전재 및 재배포 금지 | 무단 전재 및 재배포 금지 | 무단전재 재배포 금지 | 무단전재-재배포 금지 | 무단전재, 재배포 금지
        * 무단전재 및 재배포 금지 * | * 무단 전재 및 재배포 금지 * | * 무단전재 * 재배포 금지 * | * 무단 전재 * 재배포 금지 * | ⓒ * | ⓒ…
        著作権 | 無断転載を禁じます | 無断転載禁止 | 禁無断転載 | 無断複製・転載を禁じます | * 無断転載を禁じます | * 無断複写・転載を禁じます | 著作権について
        版权所有 | 版權所有 | 版权所有 * | 版權所有 * | 版权声明 * | 版權聲明 * | 未经授权 * | 未經授權 * | 转载请注明 * | 轉載請註明 * | 京icp备 *
        alle rechte vorbehalten | * alle rechte vorbehalten | tous droits réservés | * tous droits réservés | todos los derechos reservados
        * todos los derechos reservados | todos os direitos reservados | * todos os direitos reservados | tutti i diritti riservati | все права защищены
        reproduction interdite | prohibida su reproducción * | proibida a reprodução *
    """,
    "marker": """
        end text | begin text | end of text | text ends | end transcript | begin transcript | end of transcript | end of document
        start of text | beginning of text | full text ends | ends | end | 30 | fin | ende | fim | 끝 | 以上 | 完 | (完) | 了 | конец
        end of story | end of article | end of page | end excerpt | begin excerpt | end of excerpt | end quote | unquote text
    """,
}

# Words that menus and footers are made of, but documents use too (as headings, in tables, as short
# answers): they count only in a run of such lines, or within one line that lists several.
COMPANY = """
    home | homepage | home page | news | world | world news | us | u.s. | usa | uk | asia | asia pacific | africa | europe | americas | middle east
    latin america | international | national | local | politics | business | economy | markets | money | finance | technology | tech | science
    health | environment | climate | energy | education | sports | sport | entertainment | culture | arts | lifestyle | life | style | travel | food
    opinion | opinions | editorial | editorials | analysis | features | in depth | investigations | video | videos | photos | photo | pictures
    audio | podcast | podcasts | live | live tv | watch | watch live | listen | tv | radio | weather | games | crossword | jobs | shop | store
    obituaries | magazine | blog | blogs | events | press | press room | newsroom | media | media center | about | contact | help | faq | faqs
    search | archive | archives | more | all | today | sections | topics | services | products | careers | terms | privacy | cookies | legal
    advertise | feedback | support | subscriptions | account | settings | language | english | français | español | deutsch | português | italiano
    русский | العربية | 中文 | 简体中文 | 繁體中文 | 日本語 | 한국어 | tiếng việt | bahasa indonesia | ไทย | हिन्दी | فارسی | türkçe | українська | polski
    nederlands | 홈 | 뉴스 | 정치 | 경제 | 사회 | 국제 | 세계 | 문화 | 스포츠 | 연예 | 오피니언 | 사설 | 칼럼 | 북한 | 외교 | 국방 | 통일 | 전국 | 지역
    포토 | 영상 | 동영상 | 날씨 | 검색 | it | 과학 | 생활 | 건강 | 부동산 | 증권 | 금융 | 산업 | 라이프 | 전체 | 인물 | 만평 | ホーム | ニュース | トップ | 社会
    政治 | 経済 | 国際 | 国内 | スポーツ | 芸能 | エンタメ | 文化 | 地域 | 科学 | 天気 | 動画 | 写真 | 特集 | 社説 | コラム | オピニオン | 検索 | ビジネス
    テクノロジー | くらし | 暮らし | 教育 | 首页 | 首頁 | 新闻 | 新聞 | 国际 | 國際 | 国内 | 财经 | 財經 | 经济 | 經濟 | 社会 | 體育 | 体育 | 娱乐 | 娛樂 | 科技
    军事 | 軍事 | 评论 | 評論 | 视频 | 影音 | 图片 | 圖片 | 专题 | 專題 | 两岸 | 兩岸 | 生活 | 健康 | 搜索 | 搜尋 | 港澳 | 台湾 | 台灣 | 即時 | 要聞 | 滚动
    startseite | nachrichten | politik | wirtschaft | ausland | inland | panorama | kultur | wissen | gesellschaft | meinung | regional | lokales
    sportschau | wetter | suche | kontakt | über uns | mediathek | karriere | reise | auto | digital | netzwelt | accueil | actualités | actualité | monde
    politique | société | économie | santé | planète | recherche | vidéos | débats | idées | à propos | inicio | portada | noticias | mundo
    política | economía | sociedad | deportes | cultura | opinión | tecnología | ciencia | salud | buscar | contacto | nosotros | videos | fotos
    internacional | nacional | início | brasil | esportes | economia | saúde | tecnologia | ciência | buscar | contato | sobre | opinião | vídeos
    esteri | cronaca | cerca | главная | новости | политика | экономика | общество | в мире | спорт | культура | поиск
"""
