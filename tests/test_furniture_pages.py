"""Whole saved pages of different sites: every line says whether it is furniture, and of what kind.

``kind| line`` is furniture, ``| line`` is text; an empty line separates blocks.
"""

from __future__ import annotations

import pytest

from index import furniture

WIRE = """
menu| Skip to main content
| Exclusive news, data and analytics

| World
| Asia Pacific

| Ministers of three countries meet in Lima to discuss sea lanes

| By Jane Roe and John Doe
| May 31, 2024 10:15 AM GMT+9
label| Updated 3 hours ago

| Foreign ministers of the three countries stand for a family photo in Lima, Peru, May 31, 2024. REUTERS/Jane Roe/File Photo
notice| Purchase Licensing Rights, opens new tab

| LIMA, May 31 (Wire) - The foreign ministers of three countries met in Lima on Friday to discuss the safety of sea lanes.

advert| Advertisement · Scroll to continue

| "We will keep the lanes open," the host said.
| Share prices rose after the meeting.

notice| Sign up here.

credit| Reporting by Jane Roe in Lima; Editing by John Doe

notice| Our Standards: The Thomson Reuters Trust Principles., opens new tab

related posts| Read Next
related posts| World category
related posts| Harvest fails in the north as drought goes on
related posts| May 30, 2024
copyright| © 2024 The Wire. All rights reserved
"""

RELEASE = """
menu| An official website of the United States Government
menu| Here's how you know
menu| Skip to content
menu| Menu
menu| Search

menu| Home > Press Releases > Joint Statement on the Meeting in Lima

| Joint Statement on the Meeting in Lima
| Media Note
| Office of the Spokesperson
| May 31, 2024

share links| Share
share links| Print

| The text of the following statement was released by the three governments on the occasion of the meeting.

marker| Begin text:

| We, the ministers of the three countries, met in Lima on May 31, 2024, and agreed on the following.

| Economic cooperation

| We will share information on supply chains.

marker| End text.

label| Tags
label| Bureau of Western Affairs
label| Office of the Spokesperson

related posts| Related Articles
related posts| Meeting of the Secretary with the Minister
related posts| Press Releases
menu| Privacy Policy
menu| Accessibility Statement
menu| Copyright Information
"""

TELEVISION = """
menu| Close menu
menu| News
menu| Weather
menu| Sports
menu| Watch Live

label| BREAKING NEWS
| Council votes to keep the bridge open for another year

share links| Facebook
share links| Twitter
share links| Email
share links| Print
share links| Copy article link

| By Jane Roe
| Published: May 31, 2024 at 5:00 PM EDT

player| Unmute
player| Current Time 0:00
player| Duration 1:52
player| 0:00 / 1:52

| LIMA, Ohio (WXYZ) - The council voted on Friday to keep the old bridge open for another year.

advert| ADVERTISEMENT

| “The bridge will stay open,” said the mayor. “Print that.”

| The vote was close.

copyright| Copyright 2024 WXYZ. All rights reserved.

related posts| Most Read
related posts| Two dogs rescued from the river
related posts| Storm warning for the weekend
related posts| Latest News
related posts| School board meets on Monday
"""

KOREAN = """
menu| 본문 바로가기
menu| 전체메뉴
notice| 로그인
notice| 구독

| 한미일 외교장관, 리마에서 회담…“협력 강화”

| 입력 2024.05.31 10:00
| 수정 2024.05.31 12:30

share links| 공유하기
menu| 글자크기 조절
share links| 인쇄

| 세 나라 외교장관이 31일 리마에서 만나 악수하고 있다. 2024.5.31
player| 이미지 확대

| (리마=연합뉴스) 김지훈 기자 = 세 나라 외교장관은 31일 리마에서 만나 지역 정세를 논의했다.

advert| 광고

| 장관들은 “정보 공유를 강화하기로 했다”고 밝혔다.

credit| kim@example.co.kr

share links| 카카오톡으로 공유하기
notice| 제보는 카카오톡 okjebo
copyright| <저작권자(c) 데일리, 무단 전재-재배포, AI 학습 및 활용 금지>

related posts| 관련기사
related posts| 북부 지방 가뭄 계속
related posts| 장관들, 로마에서 다시 만나기로
related posts| 많이 본 뉴스
related posts| 주말 폭우 예보
"""

JAPANESE = """
menu| 本文へ
menu| メニュー
notice| ログイン
notice| 会員登録

menu| トップ > 国際 > アジア

| 三か国外相、リマで会談　海上安全で一致

| 2024年5月31日 10時00分
label| 有料会員限定

share links| シェア
share links| ツイート
share links| 印刷

| 会談を前に握手する三か国の外相＝31日、リマ（共同）

| 三か国の外相は31日、リマで会談し、海上交通の安全を守ることで一致した。

advert| 広告

| 外相は記者団に「情報の共有を進める」と述べた。

notice| 残り512文字（全文1024文字）
notice| この記事は有料会員限定記事です。

related posts| 関連記事
related posts| 北部で干ばつ続く
related posts| あわせて読みたい
related posts| 週末は大雨の恐れ
copyright| 無断転載を禁じます
"""

CHINESE = """
menu| 跳到主要内容
menu| 首页 > 国际 > 正文

| 三国外长在利马会晤 讨论海上安全

| 发布时间：2024年5月31日 10:00
credit| 来源：新华社
label| 责任编辑：张三

share links| 分享到
share links| 微信
share links| 微博

| 三国外长31日在利马会晤，讨论海上通道安全问题。

advert| 广告

| 外长表示，未经授权的行动违反国际法。

share links| 微信扫一扫，分享给好友

related posts| 相关新闻
related posts| 北部干旱持续
related posts| 周末将有暴雨
copyright| 版权所有 未经书面授权禁止使用
menu| 返回顶部
"""

GERMAN = """
menu| Zum Inhalt springen
menu| Startseite
menu| Politik
menu| Wirtschaft
menu| Kultur

label| Eilmeldung
| Außenminister beraten in Lima über die Sicherheit der Seewege

| Von Jana Roe
| 31. Mai 2024, 10:15 Uhr
label| Lesezeit: 3 Min.

player| Artikel anhören
notice| Newsletter abonnieren
share links| Teilen
share links| Drucken
share links| Link kopieren

credit| Foto: dpa

| Die Außenminister dreier Länder haben am Freitag in Lima über die Sicherheit der Seewege beraten.

advert| Anzeige

| „Wir teilen die Sorge“, sagte die Gastgeberin. Anzeigen habe es keine gegeben.

related posts| Mehr zum Thema
related posts| Dürre im Norden hält an
related posts| Lesen Sie auch: Minister treffen sich in Rom
menu| Impressum
menu| Datenschutz
copyright| Alle Rechte vorbehalten
"""

FRENCH = """
menu| Aller au contenu
menu| Accueil > International

| Trois ministres se réunissent à Lima pour parler des routes maritimes

| Publié le 31 mai 2024 à 10h15
label| Temps de lecture : 3 min
label| Article réservé aux abonnés

share links| Partager sur Facebook
share links| Envoyer par e-mail

| Les ministres des trois pays se sont réunis vendredi à Lima pour parler de la sécurité des routes maritimes.

advert| La suite après cette publicité

related posts| Lire aussi : La sécheresse se poursuit dans le nord

| « Nous partageons cette inquiétude », a déclaré la ministre.

notice| Il vous reste 52 % de cet article à lire. La suite est réservée aux abonnés.

related posts| Sur le même sujet
related posts| La récolte s'annonce mauvaise
copyright| Tous droits réservés
"""

SPANISH = """
menu| Saltar al contenido
notice| Iniciar sesión
notice| Suscríbete

| Tres ministros se reúnen en Lima para hablar de las rutas marítimas

| Publicado el 31 de mayo de 2024
share links| Compartir en Facebook
share links| Copiar enlace

| Los ministros de los tres países se reunieron el viernes en Lima para hablar de la seguridad de las rutas marítimas.

advert| Publicidad

related posts| Lee también: Sigue la sequía en el norte

| “Compartir la carga es justo”, dijo la ministra.

label| Archivado en: Lima, Perú, Comercio
related posts| Lo más leído
related posts| Perros rescatados del río
copyright| © 2024 El Diario. Todos los derechos reservados.
"""

BLOG = """
menu| Menu
menu| Skip to content
menu| Home
menu| About
menu| Contact

| Three Ministers, One Sea

label| Posted in World
| May 31, 2024
label| 4 min read

picture file name| three-ministers-1024x683.jpg

| The ministers met in Lima, and I was there to see it.

| They said little that was new.

share links| Share this:
share links| Click to share on Facebook (Opens in new window)
share links| Click to share on X (Opens in new window)
share links| Like Loading...

related posts| Related
related posts| Two Seas, One Minister
related posts| In "World"

menu| Post navigation
menu| Previous Post

comment prompt| Leave a Reply
comment prompt| Your email address will not be published. Required fields are marked *
comment prompt| Save my name, email, and website in this browser for the next time I comment.

copyright| Proudly powered by WordPress
"""

CLIPPING = """
front matter| ---
front matter| title: Three ministers meet
front matter| date: 2024-05-31
front matter| ---

menu| [Home](/) | [World](/world) | [Asia](/asia)

| # Three ministers meet in Lima

picture| ![](https://example.org/a.jpg)

| *The ministers in Lima on Friday, May 31, 2024.*

marker| * * *

| The ministers [met in Lima](https://example.org/lima) on Friday.

advert| ## Advertisement

| > “We will keep the lanes open,” said the host.

link| [Read the statement](https://example.org/statement)

related posts| ## Related articles

related posts| - [Harvest fails in the north](https://example.org/1)
related posts| - [Ministers to meet in Rome](https://example.org/2)

link| [1]: https://example.org/lima
"""

PAGES = {
    "wire": WIRE,
    "release": RELEASE,
    "television": TELEVISION,
    "korean": KOREAN,
    "japanese": JAPANESE,
    "chinese": CHINESE,
    "german": GERMAN,
    "french": FRENCH,
    "spanish": SPANISH,
    "blog": BLOG,
    "clipping": CLIPPING,
}


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str) -> None:
    marked = [line.partition("| ") if line else ("", "", "") for line in PAGES[name].strip().split("\n")]
    text = "\n".join(line for _, _, line in marked)
    spans = furniture.find(text)
    found, position = [], 0
    for _, _, line in marked:
        kinds = [
            span.kind
            for span in spans
            if line and span.start <= position and position + len(line) <= span.end
        ]
        found.append((kinds[0] if kinds else "", line))
        position += len(line) + 1
    assert found == [(kind.rstrip("|"), line) for kind, _, line in marked]
