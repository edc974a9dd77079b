"""Ordinary English words that look like a slip of a word the phrases know, and are none."""

_WORDS = """
    able aged ages aims also anti area army arts asia auto away baby back bail bake bald ball band
    bang bank bare bark barn base bath bean bear beat beef beer bell belt bend bias bike bind bird
    bite blog blow blue boat body bold bolt bond bone born both bowl bread break brick brief bring
    broad brown buck burn bush busy cafe cage calm came camp cape card care cart case cash cast
    cave cell chat chef chip city clay club coal coat code coin cold colour cook cool cope copy
    core corn cost crew crop cure dare dark dawn dead deal dean dear debt deck deed deep deer demo
    desk dial diet dirt dish door dose draw drew drug dual duck dull dusk dust earn ease east edge
    else euro exam exit face fact fade fail fair farm fast fate fear feed feel feet fell felt fill
    film firm fish flag flow fold folk food foot ford fork form fort four free fuel full fund gain
    gate gave gear gift girl glad goal goat gold golf gone grab gray grey grip guess gulf hall
    hand hang hard harm hate hear heat heel hell here hero hire hole holy home hope horn host hour
    huge hunt hurt icon idea inch iron item jail jazz join joke jury keen kept kick kill kind king
    knee knew lack lady laid lake lamp land lane lead leaf lean lend lens less life lift limb line
    link lion lips live load loan lock loft lone loud luck lung made mail male mall mask mass math
    meal mean meat meet menu mild mile milk mind mine mint mode mood moon moral mouth mouse much
    must name navy neat neck nest news nice nine node none noon nose note okay once onto open oral
    over pace pack pain pair pale palm pant park pave pays peer pile pine pink pipe plain plane
    plant plate plot plug plus poet pole pond pool pope pork port pose pour pray prey price pride
    prime print prior prize proof proud race rack rail rain rare rate real rear rely rent rest
    rice rich ride ring riot risk road rock role roll roof room root rope rose ruin rush sack safe
    sage said sake sale salt same sand save scale scare scene scope scout seal seat seed seek seem
    seen self sell sense serve seven shade shall shape sharp sheet shelf shell shift ship shirt
    shock shoe shoot shop shore short shout show sick sigh sign silk size skin slot slow snow soap
    soft soil sold sole solo song sore sort soul soup spare speak speech spell spin spot staff
    stage stair star stay steel step stick stock stone stood stool store storm story suit sure
    swim tail tale talk tall tank tape taxi tear tech tell tend tent term text thank theme then
    there they thick thin thing think those thus tide tidy tied ties tile till time tiny tire
    tone tour town trade trail train tray tree trial tribe trip true tube tune turn twin type ugly
    unit upon vast verb very vice view vote wage wait wake walk wall ward warm warn wash wave weak
    wear weather well went west when whom wide wife wild wind wine wing wire wise wish wood wool
    word wore work world worm worn wrap yard yeah zero zone
    date dates dated
    about after again along among anger angle apart apple aside asset avoid award aware bacon beach
    beard began begun being below bench birth black blame blank blind block blood board brain
    brave bunch buyer cabin cable carry catch chain chair cheap cheek chest chief child china
    claim class clean clear clock close cloud coast couch cough could count court cover craft
    cream crime cross crowd crown curve cycle dance dealt death delay depth dirty doubt dozen
    draft drama dream dress drink drive early earth eight elite empty enemy enjoy enter entry
    equal error event every exact exist extra faith false fancy fault favor fence field fifth
    fight final flash fleet floor fluid focus force frame fresh front fruit funny giant given
    glass globe glory grace grade grain grand grant grass great green gross guard guide habit
    happy harsh heart heavy hence honey horse hotel house human humor ideal image imply inner
    input issue joint judge juice knife label labor large later laugh layer learn lease least
    legal lemon light limit local logic loose lover lower loyal lucky lunch magic major march
    match mayor meant metal minor money motor mount movie music naked nerve never night noise
    north novel nurse ocean offer often order other ought outer owner paint panel paper party
    patch pause peace phase phone photo piece pilot pitch pizza place plain point pound power
    press pride prior proud prove queen quick quiet quite radio range rapid ratio refer reply
    right river robot rough round route royal rural salad sauce scare shake shame sharp sheep
    short sight silly since skill slave sleep slice small smart smell smile smoke solid solve
    sorry sound space spend split sport stand start state steam steep still stuff style sugar
    sunny super sweet table taste teach thank their theft these thing third those three throw
    tight tired title token tooth touch tough tower track tract trash treat truck truly trust
    truth twice under union until upset urban usage usual valid video visit vital voice waste
    watch water wheel where which while white whole whose woman women worry worst worth would
    wound write wrong yield young youth
    almost always around became become before behind beside better beyond bother bought bridge
    bright broken budget button center chance charge choice choose church circle client closed
    coffee coming common corner couple course credit custom damage danger dealer decide degree
    design desire detail device dinner direct doctor double driven during easily eating editor
    effort either enable energy engine enough entire estate except expect expert extend family
    famous father figure finger finish follow forced forest formal former friend future garden
    gender ground growth handle health heaven height helped hidden honest indeed inside island
    itself killed ladder latter launch lawyer leaves length lesson letter likely listen little
    living locked longer looked making manner marked market master matter medium member memory
    mental middle minute mirror mobile modern moment mother moving muscle myself nation nature
    nearly needed nobody normal notice object office online option orange parent period permit
    person phrase planet played player please plenty police policy prefer pretty prison profit
    proper public pulled pushed rather really reason recent reduce region relate remain remote
    remove repeat result return review safety salary sample saving school screen season secret
    sector secure select senior series server settle severe should sight signal silent silver
    simple single sister slight smooth social sooner source speech spirit spread spring square
    stable status steady street strike string strong studio submit sudden suffer summer supply
    switch system taking talent target taught theory thirty though threat ticket timing toward
    travel twelve twenty unable unless useful valley vendor victim visual volume wanted wealth
    weekly within wonder worker writer yellow monthly daily yearly quarterly hourly bestie sundry
    customer customers business industry actually different difference understand something
    anything everything nothing somebody technology literally probably
"""

ORDINARY_WORDS = frozenset(_WORDS.split())
"""Words that are never mended."""
