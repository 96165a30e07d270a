"""The wording of page furniture in English, as data: what menus, players and share bars say.

Entries are separated by ``|`` and compared with a whole line whose case, Markdown decoration and
outer punctuation are gone. Inside an entry ``#`` stands for a number, ``…`` for a few words without
a sentence end, ``*`` for anything. An entry earns its place by being said by web sites and not by
people: a word that a document may use as its own heading belongs to ``COMPANY``, which counts only
among neighbours of its kind. Other languages: furniture_words_asia, furniture_words_europe.
"""

from __future__ import annotations

ENGLISH: dict[str, str] = {
    "menu": """
        accessibility links | skip to content | skip to main content | skip to main | skip to navigation
        skip to search | skip to footer | skip navigation | skip links | skip header | jump to content
        skip to … content | jump to navigation | jump to | no menu items! | main menu | mobile menu
        open menu | close menu | toggle menu | toggle navigation | main navigation | navigation menu
        navigation | site navigation | secondary navigation | footer navigation | breadcrumb | breadcrumbs
        you are here: … | toggle search | open search | close search | search for | search form
        search this site | search the site | search site | search … site | type your search | show search
        enter search term | enter your search | back to top | top of page | return to top | scroll to top
        go to top | back to home | back to homepage | return to homepage | go to homepage | site map
        sitemap | go back | back to previous page | back to … page | view full site | view desktop site
        mobile site | view all | see all | show all | view more | see more | show more | load more
        load more … | show less | expand | collapse | collapse all | expand all | next page | previous page
        previous article | next article | next story | previous story | next post | previous post
        post navigation | older posts | newer posts | older post | newer post | previous | next
        all sections | sections menu | sections | quick links | useful links | external links menu
        footer menu | footer | sidebar | select language | choose language | change language
        language selection | languages available | available in english | choose your edition | us edition
        international edition | uk edition | asia edition | edition | switch to … edition | text size
        font size | increase text size | decrease text size | text resize | high contrast
        an official website of the united states government | here's how you know | here is how you know
        official websites use .gov | secure .gov websites use https | go to content | javascript is disabled
        enable javascript * | please enable javascript * | open in app | view in app
        your browser does not support * | you need to enable javascript * | table of contents menu
        go to page # | more menu | about us | contact us | terms of use | privacy policy | terms of service
        terms and conditions | cookie policy | accessibility statement | work with us | advertise with us
        corrections policy | our standards | site feedback | report an error | copyright information
        accessibility help | close panel | close icon | search jobs | print subscriptions
        skip next section | skip … section | skip to next section | all headlines | back to main content
        use of cookies | site index | download | download app | read in app | more options | options
        options menu | site navigation menu | go to … homepage | global navigation | expand menu
        collapse menu | close dialog | report a typo | report a correction | submit a correction
        submit a tip | send us a tip | request a correction | see something wrong?
    """,
    "advert": """
        advertisement | advertisements | advertising | advert | ad | ads | ad feedback | ads by …
        ad choices | adchoices | skip advertisement | skip ad | skip ads | close ad | sponsored
        sponsored content | promoted | sponsored links | sponsored by … | sponsor message | sponsored post
        promoted content | paid content | paid post | partner content | paid partnership | supported by
        from our partners | from our sponsors | from our sponsor | our sponsors | advertiser content
        content from our partners | story continues below advertisement | story continues below this ad
        story continues below | story continues after advertisement | story continues after ad
        article continues below | article continues below advertisement
        article continues after advertisement | report this ad | article continues after this advertisement
        article continues below this ad | continue below | continue reading below
        continue reading below advertisement | content continues below
        content continues after advertisement | advertisement scroll to continue | scroll to continue
        advertisement story continues below | advertisement continue reading the main story | why this ad?
        continue reading the main story | scroll down to continue | scroll to continue with content
        advertisement skip | remove ads | hide ad | this is an advertisement | advertisement # | ad #
        taboola | outbrain | by taboola | by outbrain | around the web | you may like by …
        advertisement feature | story continues | … values your feedback | # how relevant is this ad to you
        # did you encounter any technical issues | how relevant is this ad to you?
        did you encounter any technical issues? | video player was slow to load content | ad never loaded
        ad prevented/slowed the page from loading | content moved around while ad loaded
        your effort and contribution in providing this feedback is much appreciated.
    """,
    "player": """
        please wait | no media source currently available | direct link | pop-out player | pop out player
        embed | embed share | the code has been copied to your clipboard
        the url has been copied to your clipboard | the code has been copied | width px height px | width px
        height px | media player | video player | audio player | loading player | loading video
        loading audio | play video | play audio | pause video | play all | watch video | watch the video
        listen to article | listen to this article | listen to the article | listen to this story
        listen to this | listen now | listen # min | listen # minutes | play / pause | play pause | play now
        now playing | up next | video duration # | video duration … | unmute | mute | current time #
        duration # | remaining time # | stream type live | loaded # | progress # | playback rate
        seek to live, currently playing live | chapters descriptions off, selected
        descriptions off, selected | captions settings, opens captions settings dialog
        captions off, selected | fullscreen | full screen | exit full screen | enter full screen
        picture-in-picture | picture in picture | this is a modal window
        beginning of dialog window. escape will cancel and close the window | end of dialog window
        close modal dialog | audio track | subtitles off | closed captions | # kbps | # kbps mp3 | 240p
        360p | 480p | 720p | 1080p | 240p # mb | 360p # mb | 480p # mb | 720p # mb | 1080p # mb | 270p # mb
        auto 240p 360p 480p 720p 1080p | #p * mb | download this video | download audio | download the audio
        mp3 download | this video is not available | this video is unavailable | video unavailable
        video not available | the video is not available | this audio is auto-generated *
        powered by elevenlabs | read aloud | audio is ai-generated | video transcript | hide transcript
        show transcript | view transcript | slide # of # | image # of # | photo # of # | picture # of #
        # of # photos | view gallery | open gallery | open image in gallery | image gallery | photo gallery
        view image in fullscreen | show caption | hide caption | open image modal | enlarge this image
        enlarge image | expand image | toggle caption | show captions | hide captions | click to enlarge
        click to expand | maximize | gallery # | # photos | # images | video player is loading
        video player is loading. | error loading media * | error loading media
        captions will look like this | quality levels | text color white * | text edge style *
        font family * | font size #% * | window color * | text background * | caption area background *
        reset restore all settings to the default values done | list # of # | list # of # … | end of list
        sorry, this video is not available | listen to this article * learn more
        listen to this article * min | listen · # min | #p | # mb | audio by carbonatix
        your browser doesn't support html5 * | chapters | descriptions | subtitles settings | playback speed
        live audio | the code has been copied to your clipboard. *
        the code has been copied to your clipboard *
    """,
    "share links": """
        share | share this | share this post | share this article | share this story | share this page
        shares | share this entry | share this video | share this release | share this content | share post
        share via | share article | share story | share page | share on | share with | share it | sharing
        share link | share full article | share options | see more sharing options | more sharing options
        show sharing options | share with your friends | share your thoughts | # shares | share # | shared #
        shares # | # share | share on … | share to … | share via … | share by … | share this … on …
        share this on … | tweet this | tweet | tweets | retweet | tweet # | post on x | post to x
        share on x | pin | pin it | facebook icon | twitter icon | facebook logo | twitter logo | email icon
        opens in new window | opens in a new window | opens in new tab | click to share on …
        click to email … | click to print … | click to email a link to a friend * | email | e-mail
        email this | email this article | email this page | email article | email a friend
        email to a friend | email link | send this page to someone via email | send by email | send email
        send to friend | print | print this | print this page | print this article | print article
        print page | printer friendly | print friendly | printer-friendly version | print version
        print-friendly version | print / pdf | save as pdf | download pdf | view pdf | pdf version | pdf
        download as pdf | print email | print mail | open pdf | copy link | copy url | copy the link
        copied | link copied | copy article link | copy shareable link | copy link to clipboard
        link copied to clipboard | copied to clipboard | copy this link | get link | permalink | short url
        embed code | copy embed code | cite | cite this | cite this article | bookmark | bookmark this
        save | save article | save for later | save this article | save story | add to favorites | saved
        read later | add to reading list | gift article | gift this article | give this article | like
        likes | # likes | like # | like this | like loading | like us on facebook | like this page | upvote
        downvote | follow | following | follow us | follow us on | follow us on …
        follow us on social media | follow … on twitter | follow … on facebook | follow … on x
        follow … on instagram | find us on … | connect with us | stay connected | join us on …
        join our telegram channel | join our whatsapp channel | join … whatsapp channel
        add as a preferred source on google | make us preferred on google | google news
        follow on google news | # views | views # | # reads | # downloads | # retweets | # followers | rss
        rss feed | subscribe to rss | about sharing | share panel | follow … on google news
        comment on this story | save articles to read later * | click here to join * channel *
        follow … on whatsapp | follow … on threads | follow … on youtube | follow … on linkedin
        share close
    """,
    "related posts": """
        related | related posts | related articles | related article | related stories | related story
        related news | related content | related coverage | related topics | related links | related link
        related items | related reading | related videos | related video | related documents
        related information | related tags | related pages | related reports | related publications
        related press releases | related releases | related notes | more related … | related: …
        related article: …
        related story: … | related stories: … | related … articles | read more | read also | also read
        also read: … | read also: … | read more: … | read: … | read next | read next: … | read more about …
        read more on … | read more stories | read more news | more to read | read the full story
        read full story | read full article | read the full article | continue reading | continue reading …
        keep reading | see also: … | see more: … | see also | don't miss | don't miss: … | you may also like
        you might also like | you may like | you might like | you may also be interested in
        you might be interested in | you may have missed | also of interest | we recommend | we recommend: …
        recommended | recommended for you | recommended stories | recommended articles | recommended reading
        recommended by … | recommended video | recommended videos | recommended posts | recommended: …
        suggested articles | suggested reading | suggested for you | top stories | top stories of the day
        top news | top articles | more top stories | more stories | more news | more stories like this
        more like this | more articles | more from … | more on … | more on this story | more in …
        more on this topic | more from this section | more from this author | more from author
        more headlines | more by … | most read | most popular | most viewed | most shared | most commented
        most recent | most discussed | most watched | popular | popular posts | popular stories
        popular articles | popular now | popular news | trending | trending now | trending stories
        trending news | trending topics | trending articles | what's trending | latest | latest news
        latest stories | latest posts | latest articles | latest headlines | latest updates | latest videos
        the latest | latest from … | latest in … | recent posts | recent articles | recent stories
        recent news | recent comments | editors' picks | editor's picks | editor's pick | editor's choice
        editors' choice | must read | must reads | must-read | must read: … | featured | featured stories
        featured articles | featured posts | featured videos | in other news | other news | other stories
        other articles | further reading | watch more | watch now: … | watch also | explore more
        explore more … | discover more | discover more from … | up next … | next up | next up: …
        next article: … | previous article: … | next post: … | previous post: … | similar articles
        similar posts | similar stories | from the web | from around the web | elsewhere on the web
        from our archives | from the archive | around the site | promoted stories | today's top stories
        articles with most views  | elsewhere on the … | more on this | top picks | today's picks
        latest on … | other related …
    """,
    "label": """
        breaking news | breaking | live updates | live update | developing story | just in
        exclusive content | organizations in this story | organization in this story
        organisations in this story | people in this story | companies in this story | places in this story
        topics in this story | in this story | in this article | in this article: … | people in this article
        organizations in this article | mentioned in this article | mentioned in this story | on this page
        topics: … | topics | tags | tag | tags: … | tags # | tag: … | filed under | filed under: …
        filed under … | filed in … | posted in … | posted in: … | posted under … | categories
        categories: … | category: … | keywords | key words | explore more on these topics
        topics mentioned in this article | more topics | about the author | about the authors | about author
        author bio | author archive | view all posts by … | view all posts | all posts by …
        see all posts by … | see author's posts | view author posts | published in: … | # min read
        # mins read | # minute read | # minutes read | # minute read time | reading time # minutes
        reading time: # minutes | reading time: # min | read time: # minutes | reading time # mins | # min
        read in # minutes | estimated reading time # minutes | estimated reading time: # minutes
        # minutes ago | # minute ago | # hours ago | # hour ago | # days ago | # day ago | # weeks ago
        # months ago | # years ago | # hrs ago | # mins ago | updated # hours ago | updated # hour ago
        updated # minutes ago | published # hours ago | published # hour ago | last updated # hours ago
        this article is more than # year old | this article is more than # years old
        this article is more than # months old | subscriber only | subscribers only | premium
        for subscribers | members only | subscriber exclusive | premium content | free access | free article
        login required | word count: # | # words
    """,
    "credit": """
        source: … | sources: … | source | story source: … | news source: … | original source: … | via: …
        image source: … | photo source: … | photo credit: … | photo credits: … | image credit: …
        image credits: … | picture credit: … | video credit: … | photo courtesy of … | image courtesy of …
        courtesy of … | photo by … | photos by … | image by … | photograph by … | photographs by …
        picture by … | illustration by … | video by … | graphic by … | file photo | file photo: …
        file image | stock photo | stock image | getty images | getty | shutterstock | istock | unsplash
        pexels | ap photo | ap photo/… | reuters | afp | associated press | the associated press
        agence france-presse | xinhua | yonhap | kyodo | kyodo news | jiji press | upi | bloomberg | dpa
        efe | ansa | tass | pti | ani | ians | voa news | voa | … via getty images | … via ap
        … via reuters | … via afp | … / getty images | …/getty images | …/afp | …/reuters | …/ap | …/epa
        …/shutterstock | …/xinhua | …/yonhap | …/kyodo | (with inputs from …) | with inputs from …
        with agencies | with agency inputs | (with agency inputs) | (with files from …) | with files from …
        with reporting from … | reporting by … | additional reporting by … | writing by … | editing by …
        compiled by … | translated by … | reporting by …; editing by … | reporting by … editing by …
        edited by … | reported by … | fact-checked by … | reporting by …; writing by …; editing by …
        additional reporting by …; editing by … | this story was reported by … | image source, …
        image source … | credit... … | photograph: … | news provided by | news provided by …
        view original content * | view original content to download multimedia *
    """,
    "comment prompt": """
        comments | # comments | # comment | comments # | comment | view comments | show comments
        hide comments | read comments | view # comments | show # comments | see all comments
        read # comments | no comments | no comments yet. | comments off | comments are closed
        comments are turned off | comments are disabled | comments have been disabled * | comments closed
        add a comment | add comment | leave a comment | leave a reply | leave comment | post a comment
        post comment | post your comment | write a comment | write a reply | reply | reply to …
        cancel reply | join the conversation | join the discussion | start the conversation
        start the discussion | be the first to comment | tell us what you think
        have your say | share your opinion | your email address will not be published *
        required fields are marked | required fields are marked * | you must be logged in to post a comment
        you must be logged in to comment | log in to leave a comment | log in to comment | login to comment
        log in to reply | login to leave a comment | please log in to comment | sign in to comment
        comment policy | commenting guidelines | report comment
        save my name, email, and website in this browser * | this site uses akismet * | notify me of *
        learn how your comment data is processed | submit comment | sort by oldest | sort by newest
        sort by best | click here to post a comment | conversation powered by * | please enter your comment
        please enter your name here | please read our comment policy * | disqus | was this article helpful
        was this page helpful | did you find this * | rate this article | rate this post | average rating #
        give feedback | leave feedback
    """,
    "notice": """
        log in | login | log out | logout | sign in | sign up | sign out | sign in / sign up
        log in / sign up | sign in or sign up | register | register now | register for free | create account
        create an account | create a free account | create free account | my account | your account
        already a subscriber | already a member | already have an account | already have an account *
        already a subscriber? * | not a subscriber? * | don't have an account | don't have an account? *
        forgot password | forgot your password | remember me | username | password | your email address
        email address | your email | enter your email | enter your email address | enter email address
        i agree | i accept | accept | accept all | accept cookies | accept all cookies | reject all
        reject cookies | manage cookies | manage preferences | manage consent | cookie settings
        cookie preferences | cookie consent | cookie notice | privacy settings | your privacy choices
        do not sell my personal information | do not sell or share my personal information | got it
        ok, got it | i understand | no thanks | no, thanks | maybe later | not now | dismiss | close
        close this | x close | allow cookies | privacy overview | strictly necessary cookies | always active
        save settings | save preferences | save & accept | we value your privacy
        we care about your privacy | your privacy is important to us | we use cookies *
        this site uses cookies * | this website uses cookies * | our site uses cookies *
        our website uses cookies * | this page uses cookies * | we and our partners use cookies *
        we and our # partners * | by continuing to use * | by continuing to browse *
        by using this site, you * | by using our site, you * | by using this website, you *
        by clicking “accept * | by clicking "accept * | by clicking accept * | by clicking subscribe, *
        by clicking submit, * | by signing up, you * | by signing up you * | by subscribing, you *
        by subscribing you * | by providing your email * | by entering your email *
        by submitting this form * | this site is protected by recaptcha * | please check your inbox *
        check your inbox * | you can unsubscribe at any time * | you have successfully subscribed *
        thank you for subscribing * | thanks for signing up | thank you for signing up | an error occurred
        something went wrong | please try again later | subscribe | subscribe now | subscribe today
        subscribe for free | subscribe here | subscribe for $ * | subscribe to … | subscribe to our *
        subscribe to read * | subscribe to continue * | subscribe to unlock * | subscribe to keep reading *
        subscribe with * | unsubscribe | newsletter | newsletters | newsletter sign up | newsletter signup
        newsletter sign-up | email newsletter | our newsletter | daily newsletter | weekly newsletter
        get our newsletter | get the newsletter | sign up for our * | sign up to our *
        sign up for the * newsletter * | sign up for * newsletter | sign up for * newsletters
        sign up for free | sign up now | sign up here. | sign up today | sign up to receive *
        sign up for email updates * | sign up for email alerts * | sign up to get * inbox
        sign up for breaking news * | join our newsletter * | join our mailing list * | join now
        get * delivered to your inbox * | get * in your inbox * | get * straight to your inbox *
        get * sent to your inbox * | delivered to your inbox * | get email alerts * | get alerts
        get news alerts * | get breaking news alerts * | turn on notifications | enable notifications
        allow notifications | stay informed * newsletter * | never miss a story * | don't miss a story *
        stay up to date * newsletter * | start your free trial * | start free trial | try it free
        free trial | become a member | become a subscriber | become a supporter | support our journalism *
        support us | donate | donate now | make a donation | support independent journalism *
        you have # free articles * | you have reached your * limit * | you've reached your * limit *
        you have # articles remaining * | to continue reading, * | to continue reading this article, *
        this content is for subscribers * | this article is for subscribers *
        this article is available to subscribers * | this content is only available to *
        to read the full *, subscribe * | get unlimited access * | unlimited digital access *
        unlock this article * | get the app | download our app * | download the app * | download app
        get our app * | get the * app | available on app store | google play | app store
        download on the app store | get it on google play | skip past newsletter promotion
        after newsletter promotion | privacy notice: newsletters may contain *
        for more information see our privacy policy *
        our standards: the thomson reuters trust principles * | purchase licensing rights * | opens new tab
    """,
    "copyright": """
        © * | copyright | copyright © * | copyright (c) * | copyright # | copyright # … | copyright by …
        copyrights © * | all rights reserved | copyright # * all rights reserved | copyright notice
        copyright policy | … all rights reserved | © # | all contents © *
        * all rights reserved. this material may not be published *
        this material may not be published, broadcast, rewritten * | reprinted with permission
        no part of this * may be reproduced * | reproduction in whole or in part * prohibited *
        unauthorized reproduction * prohibited * | powered by wordpress | proudly powered by wordpress
        powered by … | theme by … | website by … | site by … | reuse this content | republish this article
        rights & permissions | rights and permissions | licensing | reprints | order reprints
    """,
    "marker": """
        end text | begin text | end of text | text ends | end transcript | begin transcript
        end of transcript | end of document | start of text | beginning of text | full text ends | ends
        end
    """,
}

# What menus and footers are made of, but documents use too (as headings, in tables, as short answers).
COMPANY = """
    menu | home | homepage | home page | news | world | world news | us | u.s. | usa | uk | asia
    asia pacific | africa | europe | americas | middle east | latin america | international | national
    local | politics | business | economy | markets | money | finance | technology | tech | science | health
    environment | climate | energy | education | sports | sport | entertainment | culture | arts | lifestyle
    life | style | travel | food | opinion | opinions | editorial | editorials | analysis | features
    in depth | investigations | video | videos | photos | photo | pictures | audio | podcast | podcasts
    live | live tv | watch | watch live | listen | tv | radio | weather | games | crossword | jobs | shop
    store | obituaries | magazine | blog | blogs | events | press | press room | newsroom | media
    media center | about | contact | help | faq | faqs | search | archive | archives | more | all | today
    sections | topics | services | products | careers | terms | privacy | cookies | legal | advertise
    feedback | support | subscriptions | account | settings | language | english | français | español
    deutsch | português | italiano | русский | العربية | 中文 | 简体中文 | 繁體中文 | 日本語 | 한국어
    tiếng việt | bahasa indonesia | ไทย | हिन्दी | فارسی | türkçe | українська | polski | nederlands
"""

# Names of services: a line of several of them is a share bar.
SERVICES = """
    facebook | twitter | x | x (twitter) | linkedin | whatsapp | telegram | reddit | tumblr | messenger
    line | email | e-mail | pocket | evernote | skype | sms | copy link | print | pdf | rss | google+ | digg
    flipboard | wechat | weibo | kakaotalk | bluesky | threads | instagram | youtube | tiktok | mastodon
    pinterest | viber | vk | facebook messenger | xing | snapchat | signal
    카카오톡 | 카카오스토리 | 페이스북 | 트위터 | 네이버밴드 | 밴드 | 네이버블로그 | 라인
    微信 | 微博 | 豆瓣 | はてブ | フェイスブック
"""
