"""Makes the ZIP files beside this one: sites as messy as those people bring. Run: python3 make-sites.py"""
import base64
import os
import zipfile

GIF = base64.b64decode('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7')
PNG = base64.b64decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==')
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle id="dot" cx="4" cy="4" r="4"/></svg>'

class Korean(zipfile.ZipInfo):
    """A name as Windows in Korea writes it, without saying so."""

    def _encodeFilenameFlags(self):
        return self.filename.encode('cp949'), self.flag_bits


sites = {}


def w(site, path, content, enc='utf-8', bom=b''):
    data = content if isinstance(content, bytes) else bom + content.lstrip('\n').encode(enc)
    sites.setdefault(site, []).append((path, data))


# 1. A shop of 2003, made with Namo WebEditor on Windows: tables, EUC-KR, rollovers.
S = 'old-shop'
w(S, 'INDEX.HTM', '''
<HTML>
<HEAD>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=euc-kr">
<META NAME="generator" CONTENT="Namo WebEditor v5.0">
<TITLE>▒▒ 햇살과수원 쇼핑몰 ▒▒</TITLE>
<LINK REL=StyleSheet HREF="CSS/Style.css" TYPE="text/css">
<SCRIPT LANGUAGE="JavaScript" SRC="js/common.js"></SCRIPT>
<script language="JavaScript">
<!--
function MM_preloadImages() { var d=document; d.MM_p=new Array(); }
var over = new Image(); over.src = "images/menu1_on.gif";
function go() { location.href = 'sub/intro.htm'; }
//-->
</script>
<STYLE>
<!--
A:link {color:#333333; text-decoration:none}
.price {font-family:굴림,Gulim; font-size:9pt; color:#CC0000}
-->
</STYLE>
</HEAD>
<BODY BGCOLOR=#FFFFFF TEXT=black BACKGROUND="images/bg.gif" topmargin=0 leftmargin=0 onLoad="MM_preloadImages('images/menu1_on.gif')">
<CENTER>
<TABLE WIDTH=760 BORDER=0 CELLPADDING=0 CELLSPACING=0 BGCOLOR="#FFF8E0">
<TR>
 <TD ROWSPAN=2 ALIGN=center VALIGN=top BACKGROUND="images\\bg.gif"><IMG SRC="images/LOGO.GIF" WIDTH=120 HEIGHT=60 BORDER=0 ALT="햇살과수원" USEMAP="#top"></TD>
 <TD><A HREF="#" onMouseOver="MM_swapImage('m1','','images/menu1_on.gif',1)" onClick="location.href='sub/intro.htm'"><IMG NAME=m1 SRC="images/menu1.gif" BORDER=0></A></TD>
 <TD onclick="location.href='sub/order.htm?item=3'" style="cursor:hand"><font face="돋움" size=2 color=navy>주문하기</font></TD>
 <TD><img src="images/menu1.gif" alt="전단지" onclick="window.open('popup.htm','pop','width=300,height=400')"></TD>
</TR>
<TR><TD COLSPAN=3><MARQUEE scrollamount=3>설 선물세트 예약 받습니다!!</MARQUEE></TD></TR>
</TABLE>
<MAP NAME="top"><AREA SHAPE=rect COORDS="0,0,60,60" HREF="index.htm" ALT="처음으로"><AREA SHAPE=rect COORDS="60,0,120,60" HREF="Sub/Intro.htm" ALT="소개"></MAP>
<TABLE WIDTH=760>
<FORM NAME=search METHOD=post ACTION="http://www.example.co.kr/cgi-bin/search.cgi" onSubmit="return check(this)">
<TR><TD>상품검색<TD><INPUT TYPE=text NAME=keyword SIZE=20 STYLE="border:1px solid #999999; background-image:url('images/bg.gif')"><INPUT TYPE=image SRC="images/search.gif" BORDER=0 ALIGN=absmiddle></TR>
</FORM>
<TR><TD COLSPAN=2>
 <P>사과 한상자 <SPAN CLASS=price>35,000원</SPAN><BR><IMG SRC="상품/사과.GIF" ALT=사과>
 <P>배 한상자 <SPAN CLASS=price>42,000원</SPAN><BR><IMG SRC="%BB%F3%C7%B0/%B9%E8.gif" ALT=배>
</TABLE>
<A HREF="javascript:history.back()">뒤로</A> | <A HREF="mailto:sun@example.co.kr">문의</A> | <a href="상품/가격표.xls">가격표</a>
</CENTER>
</BODY>
</HTML>
''', 'cp949')
w(S, 'sub/intro.htm', '''
<html><head><meta http-equiv="content-type" content="text/html; charset=ks_c_5601-1987"><title>과수원 소개</title>
<link rel="stylesheet" href="../css/style.css">
<body background="../images/bg.gif">
<h2>똠방각하네 과수원</h2><a href="../index.htm"><img src="../images/logo.gif" border=0></a>
<p>해발 400m 펲시처럼 시원한 곳입니다.<p><a href="order.htm">주문</a> <a href="../INDEX.HTM#top">처음</a>
</body></html>
''', 'cp949')
w(S, 'sub/order.htm', '''
<html><head><meta http-equiv="content-type" content="text/html; charset=euc-kr"><title>주문서</title></head>
<body><form action="../cgi/order.php" method="post"><input type="hidden" name="item" value="3">
<select name=count><option value=1>한 상자<option value=2 selected>두 상자</select><textarea name=memo rows=3>메모</textarea>
<input type=radio name=pay value=bank checked> 무통장 <input type=submit value="주문"></form><a href="intro.htm">소개</a></body></html>
''', 'cp949')
w(S, 'popup.htm', '<title>이벤트</title><body bgcolor=yellow>50% 할인! <a href="javascript:window.close()">닫기</a></body>', 'cp949')
w(S, 'CSS/Style.css', '''
/* 스타일 시트 */
body, td { font-family: "굴림", "돋움"; font-size: 9pt; scrollbar-face-color: #ffffff; }
.title { background: URL("../images/BG.gif") repeat-x; filter: alpha(opacity=50); *zoom: 1 }
img { behavior: url(pngfix.htc) }
''', 'cp949')
w(S, 'js/common.js', '''
// 공통 함수
function check(f) { if (!f.keyword.value) { alert('검색어를 입력하세요'); return false; } return true; }
''', 'cp949')
for f in ['images/bg.gif', 'images/Logo.gif', 'images/menu1.gif', 'images/menu1_on.gif', 'images/search.gif', '상품/사과.GIF', '상품/배.gif']: w(S, f, GIF)
w(S, '상품/가격표.xls', b'\xd0\xcf\x11\xe0 no workbook, but a file of that kind')

# 2. A clinic whose front page only points on, twice, and hides the address in a frame; nothing says EUC-KR.
S = 'clinic'
w(S, 'index.html', '<html><head><meta http-equiv="refresh" content="0; url=home/start.html"><title>옮겨갑니다</title></head><body bgcolor="#ffffff"></body></html>', 'cp949')
w(S, 'home/start.html', '''
<html><head><title>푸른이비인후과</title></head>
<frameset rows="0,*" border="0" frameborder="no">
<frame src="blank.html" name="hide" noresize><frame src="main.html" name="main">
<noframes><body>프레임을 지원하지 않습니다</body></noframes>
</frameset></html>
''', 'cp949')
w(S, 'home/blank.html', '<html><body></body></html>')
w(S, 'home/main.html', '''
<html><head><title>푸른이비인후과의원</title></head><body>
<h1>푸른이비인후과</h1><p>진료시간 안내: 평일 오전 9시부터 오후 6시까지
<p>토요일은 오후 1시까지, <font color=red>일요일 휴진</font>
<object classid="clsid:D27CDB6E-AE6D-11cf-96B8-444553540000" width="425" height="344"><param name="movie" value="http://www.youtube.com/v/dQw4w9WgXcQ&hl=ko"><embed src="http://www.youtube.com/v/dQw4w9WgXcQ&hl=ko" type="application/x-shockwave-flash" width="425" height="344"></object>
<object width=100 height=50><param name=movie value="intro.swf"><embed src="intro.swf"></object>
<a href="doctor.html">의료진</a> <a href="../index.html">처음으로</a> <a href="start.html" target="_top">대문</a>
</body></html>
''', 'cp949')
w(S, 'home/doctor.html', '<html><head><title>의료진 소개</title></head><body><table border=1 width=100%><tr><td nowrap>원장<td>홍길동<tr><td>경력<td>서울대학교병원 전공의</table><a href="main.html">홈</a></body></html>', 'cp949')

# 3. Three encodings in one folder: UTF-16 with a mark, UTF-8 that says it is EUC-KR, EUC-KR that says it is UTF-8.
S = 'encodings'
w(S, 'index.html', '<!DOCTYPE html><html><head><meta charset="euc-kr"><title>바다 여행</title><link rel=stylesheet href="기본 스타일.css"></head><body><h1>제주 바다</h1><a href="메모장.html">메모장</a> <a href="%EC%86%8C%EC%8B%9D.html">소식</a> <a href="옛날.html?from=1#글">옛날</a> <a href="jp.html">日本語</a><img src="사진%20모음/바다 하나.png"></body></html>', 'utf-8')
w(S, '메모장.html', '<html><head><title>메모장으로 쓴 글</title></head><body><p>유니코드로 저장했어요 &amp; 좋아요 &copy; 2004 &#54620;&#xAE00;</p><a href=index.html>처음</a></body></html>', 'utf-16-le', b'\xff\xfe')
w(S, '소식.html', '<html><head><meta charset="utf-8"><title>소식</title></head><body><p>서버는 UTF-8이라 했지만 아니었습니다</p></body></html>', 'cp949')
w(S, '옛날.html', '''<?xml version="1.0" encoding="EUC-KR"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ko"><head><script type="text/javascript" src="http://stats.example.net/a.js" charset="utf-8"></script><title>옛날 글</title></head><body><p id="글">서기 이천년의 글<br/></p><div class="empty" /></body></html>''', 'cp949')
w(S, 'jp.html', '<html><head><meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"><title>日本語</title></head><body>ようこそ済州へ</body></html>', 'shift_jis')
w(S, '기본 스타일.css', '@charset "EUC-KR";\nh1:after { content: " 좋아요" }\nbody { background: url(사진%20모음/바다%20하나.png) }\n', 'cp949')
w(S, '사진 모음/바다 하나.png', PNG)

# 4. An academy: a base address, its own host in every form, deep folders, versions behind the names of files.
S = 'academy'
w(S, 'www/index.html', '''
<!doctype html>
<html lang="ko"><head><meta charset="utf-8">
<base href="http://www.haneul-edu.co.kr/">
<title>하늘 학원</title>
<link rel="stylesheet" href="/assets/css/main.css?v=20190301"><link rel="icon" href="favicon.ico?1">
<script src="assets/js/app.min.js?ver=1.2.3"></script>
</head><body>
<nav><a href="/">홈</a> <a href="course/math/index.html">수학</a> <a href="http://www.haneul-edu.co.kr/course/english.html#반">영어</a>
<a href="https://haneul-edu.co.kr/about/">소개</a> <a href="//www.haneul-edu.co.kr/about/map.html?x=1&y=2">오시는 길</a> <a href="course">과정</a> <a href="#top">위로</a> <a href="https://blog.naver.com/haneul">블로그</a></nav>
<img src="https://www.haneul-edu.co.kr/assets/img/Photo.JPG?w=640" alt="교실">
<a href="http://www.haneul-edu.co.kr/files/안내문.pdf">안내문</a> <a href="/gone/old.html">사라진 글</a>
</body></html>
''')
w(S, 'www/course/index.html', '<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>과정</title></head><body><a href="math">수학</a> <a href="./english.html">영어</a> <a href="../">홈</a><a href="/index.html">처음</a></body></html>')
w(S, 'www/course/math/index.html', '<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>수학</title><link rel="canonical" href="https://www.haneul-edu.co.kr/course/math/"></head><body style="background:url(../../assets/img/photo.jpg?3)"><a href="../../index.html">홈</a> <a href="../english">영어</a><a href="https://www.haneul-edu.co.kr/course/math/2024/가을/시간표.html">시간표</a></body></html>')
w(S, 'www/course/math/2024/가을/시간표.html', '<!doctype html><meta charset=utf-8><title>가을 시간표</title><a href="../../../../about/map.html">지도</a><a href="../..">수학</a>')
w(S, 'www/course/english.html', '<!doctype html><html><head><meta charset="utf-8"><title>영어</title></head><body><h2 id="반">중등반</h2><a href="index.html">과정</a></body></html>')
w(S, 'www/about/index.html', '<!doctype html><html><head><meta charset="utf-8"><title>소개</title></head><body><a href="map.html">지도</a><a href="?page=2">다음</a></body></html>')
w(S, 'www/about/map.html', '<!doctype html><html><head><meta charset="utf-8"><title>오시는 길</title></head><body><a href="./">소개</a></body></html>')
w(S, 'www/assets/css/main.css', 'body{background:url("http://www.haneul-edu.co.kr/assets/img/photo.jpg?v=2") no-repeat}nav a{color:#123456}')
w(S, 'www/assets/js/app.min.js', 'window.app=1;')
w(S, 'www/assets/img/photo.jpg', PNG)
w(S, 'www/favicon.ico', GIF)
w(S, 'www/files/안내문.pdf', b'%PDF-1.4 hardly one')

# 5. A church with a menu in one frame and everything else in others.
S = 'frames'
w(S, 'index.html', '''
<html><head><title>새벽교회</title></head>
<frameset cols="180,*" frameborder=0>
 <frame src="menu.html" name="menu" scrolling=no>
 <frameset rows="90,*"><frame src="top.html" name="top"><frame src="body/main.html" name="body"></frameset>
</frameset></html>
''')
w(S, 'menu.html', '<html><head><meta charset=utf-8><base target="body"><link rel=stylesheet href=menu.css></head><body class=menu><ul><li><a href="body/main.html">처음<li><a href="body/time.html" target=body>예배 시간</a><li><a href="body/map.html" target="body">오시는 길</a></ul><script src="menu.js"></script></body></html>')
w(S, 'top.html', '<html><head><meta charset=utf-8></head><body><img src="cross.gif" alt="새벽교회"><h1>새벽교회</h1></body></html>')
w(S, 'body/main.html', '<html><head><meta charset=utf-8><title>환영합니다</title></head><body><p>새벽교회에 오신 것을 환영합니다<img src="../cross.gif"></p></body></html>')
w(S, 'body/time.html', '<html><head><meta charset=utf-8><title>예배 시간</title></head><body><dl><dt>주일<dd>11시<dt>수요일<dd>저녁 7시</dl></body></html>')
w(S, 'body/map.html', '<html><head><meta charset=utf-8><title>오시는 길</title></head><body><p>버스 100번<a href="main.html">처음</a></body></html>')
w(S, 'menu.css', '.menu li { list-style: url(cross.gif) }')
w(S, 'menu.js', 'document.title += "";')
w(S, 'cross.gif', GIF)

# 6. A designer's page: chains of @import, fonts, keyframes, every kind of condition.
S = 'styles'
w(S, 'index.html', '''
<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>스타일 실험실</title>
<style>@import "css/a.css"; @import url('css/print.css') print; .lab { color: teal }</style>
<link rel="stylesheet" href="css/late.css" media="(min-width: 700px)">
<style media="screen">
.hero { background-image: image-set("img/one.png" 1x, "img/two.png" 2x), url(img/one.png); animation: float 3s ease-in-out infinite alternate }
.hero:hover::after { content: "→ \\201C지음\\201D"; }
@media (max-width: 600px) and (orientation: portrait) { .hero { padding: 1rem } }
@media (max-width: 900px) { .hero { padding: 2rem } }
@keyframes float { 0% { transform: translateY(0) } 50.5% { opacity: .5 } to { transform: translateY(-8px) rotate(.5turn) } }
@-webkit-keyframes float { from { top: 0 } to { top: 1px } }
@font-face { font-family: '지음'; src: url("font/jium.woff2") format("woff2"), url(font/jium.woff?#iefix) format("woff"); font-display: swap; unicode-range: U+AC00-D7A3 }
@supports (display: grid) and (not (display: inline-grid)) { .grid { display: grid } }
</style></head>
<body class="lab" style="--주색: #0a7; --gap: calc(1rem + 2vw); background: #fff url('img/one.png') no-repeat 50% / cover fixed">
<div id="hero" class="hero" style="background:url(&quot;img/two.png&quot;) center; COLOR: RED !important; width: calc(100% - var(--gap, 10px))">움직여요</div>
<div class="grid" style="display:-webkit-box; display:flex; background-image:linear-gradient(45deg, rgba(0,0,0,.5) 0%, transparent), url('img/one.png'); color: red; color: blue">
<p style="font: italic 700 14px/1.5 '지음', sans-serif">글꼴</p></div>
<div id="box"><p class="strong" style="color: green; margin-left: 7px">안쪽</p></div>
<section id="twice" style="color: red">하나</section><section id="twice" style="color: blue">둘</section>
</body></html>
''')
w(S, 'css/a.css', '@charset "utf-8";\n@import "b.css";\n@import url(deep/c.css) screen and (min-width: 1px);\n#box .strong { color: purple; padding: 3px }\n#twice { padding: 2px }\n.card { &:hover { color: red } @media (width >= 40em) { color: blue } }\n@layer base { h1 { margin: 0 } }\n@container card (min-width: 400px) { .card { display: flex } }')
w(S, 'css/b.css', '@import "./deep/../deep/c.css";\n.b { background: url(../img/one.png) }')
w(S, 'css/deep/c.css', '.c { background: url("../../img/two.png?x=1#y") } @font-face { font-family: C; src: url(../../font/jium.woff2) }')
w(S, 'css/print.css', 'body { color: black }')
w(S, 'css/late.css', '.lab { letter-spacing: 1px }')
for f in ['img/one.png', 'img/two.png']: w(S, f, PNG)
w(S, 'font/jium.woff2', b'wOF2 not a font'); w(S, 'font/jium.woff', b'wOFF not a font')

# 7. A photographer: responsive pictures, lazy loading of three generations, uppercase endings, drawings.
S = 'pictures'
w(S, 'site/gallery/index.html', '''
<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>사진관</title>
<meta property="og:image" content="../IMG/Sea.JPG"><link rel="apple-touch-icon" sizes="180x180" href="../img/icon.PNG">
<link rel="preload" as="image" href="../img/sea.jpg" imagesrcset="../img/sea.jpg 1x, ../img/sea@2x.jpg 2x"></head><body>
<picture><source media="(min-width: 800px)" srcset="../img/sea@2x.jpg 1600w, ../img/sea.jpg 800w" sizes="100vw"><source type="image/webp" srcset="../img/sea.webp"><img src="../img/SEA.jpg" alt="바다" loading="lazy" width=800 height=600></picture>
<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" data-src="../img/sea.jpg" data-srcset="../img/sea.jpg 1x, ../img/sea@2x.jpg 2x" class="lazyload">
<img src="../img/blank.gif" data-original="../img/sea.jpg" data-lazy-src="../img/sea.jpg"><div data-bg="../img/sea.jpg" data-image-src="../img/sea.jpg" data-bg-src="../img/sea@2x.jpg" data-lazy="../img/sea.jpg" data-thumb="../img/icon.png"></div>
<a href="../img/sea.JPG" data-lightbox="a"><figure><img src="../img/sea.jpg"><figcaption>클릭하면 커져요</figcaption></figure></a>
<video controls poster="../img/sea.jpg" playsinline><source src="../film/wave.MP4" type="video/mp4"><track src="../film/wave.vtt" kind="captions" srclang="ko"></video>
<audio controls src="../film/wave.mp3"></audio>
<svg viewBox="0 0 10 10" width="40"><defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs><rect width="10" height="10" fill="url(#g)"/><image href="../img/icon.png" width="5"/><use xlink:href="../img/dot.svg#dot"/><style>.x{fill:blue}</style></svg>
<object data="../img/dot.svg" type="image/svg+xml"></object><input type="image" src="../img/icon.png" alt="찾기">
<table background="../img/blank.gif"><tr><td background="../img/blank.gif">표</td></tr></table>
<a href="../gallery/">이 쪽</a> <a href="index.html">이 쪽</a>
</body></html>
''')
for f in ['img/sea.jpg', 'img/sea@2x.jpg', 'img/sea.webp', 'img/icon.png']: w(S, 'site/' + f, PNG)
w(S, 'site/img/blank.gif', GIF); w(S, 'site/img/dot.svg', SVG)
w(S, 'site/film/wave.mp4', b'\0\0\0\x18ftypmp42 no film'); w(S, 'site/film/wave.mp3', b'ID3 no sound'); w(S, 'site/film/wave.vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\n파도 소리\n')

# 8. A guest house full of things from elsewhere.
S = 'embeds'
w(S, 'index.html', '''
<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html><head><meta charset="utf-8"><title>동백 게스트하우스</title>
<!--[if lt IE 9]><script src="html5shiv.js"></script><link rel="stylesheet" href="ie.css"><![endif]-->
<!--[if !IE]><!--><link rel="stylesheet" href="main.css"><!--<![endif]-->
<script async src="https://www.googletagmanager.com/gtag/js?id=UA-1"></script>
<noscript><img height="1" width="1" src="https://www.facebook.com/tr?id=1"></noscript></head>
<body ondragstart="return false" oncontextmenu="return false" onselectstart="return false">
<iframe width="560" height="315" src="http://www.youtube.com/embed/abc123?rel=0" frameborder="0" allowfullscreen></iframe>
<iframe src="//www.youtube-nocookie.com/embed/abc123"></iframe>
<iframe src="https://map.naver.com/p/entry/place/123?c=15.00,0,0,0,dh" title="네이버 지도"></iframe>
<iframe src="https://map.kakao.com/?map_type=TYPE_MAP&itemId=1" title="카카오맵"></iframe>
<iframe src="https://www.google.com/maps/embed?pb=!1m18!2s제주"></iframe>
<iframe src="https://docs.google.com/forms/d/e/1/viewform?embedded=true">불러오는 중…</iframe>
<iframe src="https://evil.example.net/frame.html"></iframe>
<iframe src="notice.html" width="300" height="100" title="공지"></iframe>
<iframe srcdoc="<script>alert(1)</script>"></iframe>
<div id="daumRoughmapContainer1" class="root_daum_roughmap root_daum_roughmap_landing"></div>
<script charset="UTF-8" class="daum_roughmap_loader_script" src="https://ssl.daumcdn.net/dmaps/map_js_init/roughmapLoader.js"></script>
<script charset="UTF-8">new daum.roughmap.Lander({ "timestamp": "1", "key": "abc", "mapWidth": "640" }).render();</script>
<!--[if IE]><p>IE에서는 느립니다</p><![endif]--><![if !IE]><p>어디서나 보이는 글</p><![endif]>
<a href="tel:064-000-0000">전화</a> <a href="kakaotalk://plusfriend">카톡</a> <a href="https://open.kakao.com/o/x" target="_blank" rel="noopener">오픈채팅</a> <a href="vbscript:msgbox(1)">나쁨</a><a href=" java&#10;script:alert(1)">나쁨</a>
<form action="https://docs.google.com/forms/d/e/1/formResponse" method="post" target="hidden"><label for=n>이름</label><input id=n name="entry.1" required placeholder="홍길동"><button>예약</button></form>
<form action="javascript:alert(1)"><button formaction="javascript:alert(2)">나쁨</button></form>
</body></html>
''')
w(S, 'notice.html', '<!doctype html><meta charset=utf-8><title>공지</title><p>3월은 쉽니다</p>')
w(S, 'main.css', 'iframe { max-width: 100% }'); w(S, 'ie.css', 'p{zoom:1}'); w(S, 'html5shiv.js', '/* for IE */')

# 9. A page that lives from its scripts, whose order matters.
S = 'scripts'
w(S, 'index.html', '''
<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>순서</title>
<script>window.order = ['head inline'];</script>
<script src="js/one.js"></script>
<script defer src="js/deferred.js"></script>
<script type="module">import './js/module.js'; order.push('module');</script>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Store","name":"가게 </b>"}</script>
<script type="text/template" id="t"><b>{{x}}</b></script>
<script nomodule src="js/old.js"></script>
</head><body>
<div id="app" data-config='{"image":"img/a.png"}' @click="x" :class="y" v-if="z" x-data="{ open: false }">앱</div>
<script src="js/two.js" async id="two" data-key="한글"></script>
<p>중간<script>order.push('in the middle'); var menu = { "home": "sub/page.html", 'pic': 'img/a.png', html: "<img src='img/a.png'><a href=\\"sub/page.html\\">" };</script>글</p>
<script src="js/one.js"></script>
<script>order.push('end');</script>
<a href="sub/page.html">다음</a>
</body></html>
<script>order.push('after the end')</script>
''')
w(S, 'sub/page.html', '''<!doctype html><meta charset=utf-8><title>다음 쪽</title><script>var menu = "../index.html", pic = '../img/a.png';</script><p>다음 쪽</p><script src="../js/one.js"></script>''')
w(S, 'js/one.js', "window.order = (window.order || []).concat('one'); // '한글'")
w(S, 'js/two.js', "order.push('two')"); w(S, 'js/deferred.js', "order.push('deferred')"); w(S, 'js/module.js', "import './more.js'; export default 1"); w(S, 'js/more.js', 'export default 2'); w(S, 'js/old.js', '1')
w(S, 'img/a.png', PNG)

# 10. What Word and Hangul save as a web page.
S = 'word'
w(S, '회사 소개.htm', '''
<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=ks_c_5601-1987">
<meta name=ProgId content=Word.Document>
<link rel=File-List href="회사%20소개.files/filelist.xml">
<title>회사 소개</title>
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>김대리</o:Author></o:DocumentProperties></xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face {font-family:바탕; panose-1:2 3 6 0 0 1 1 1 1 1; mso-font-charset:129;}
 p.MsoNormal, li.MsoNormal {mso-style-parent:""; margin:0cm; text-autospace:none; font-size:10.0pt; font-family:바탕;}
 @page Section1 {size:595.3pt 841.9pt; margin:3.0cm 72.0pt;}
 div.Section1 {page:Section1;}
-->
</style>
</head>
<body lang=KO style='tab-interval:40.0pt'>
<div class=Section1>
<p class=MsoNormal align=center style='text-align:center'><b><span lang=EN-US style='font-size:20.0pt;color:#0070C0'>(</span></b><b><span style='font-size:20.0pt'>주<span lang=EN-US>)</span> 한빛상사<o:p></o:p></span></b></p>
<p class=MsoNormal><span lang=EN-US><![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p></span></p>
<p class=MsoNormal style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Wingdings'>§</span><![endif]><span style='font-family:"맑은 고딕"'>정직한 회사</span></p>
<p class=MsoNormal><span lang=EN-US><!--[if gte vml 1]><v:shape id="_x0000_i1025" type="#_x0000_t75"><v:imagedata src="회사%20소개.files/image001.png"/></v:shape><![endif]--><![if !vml]><img width=100 height=50 src="회사%20소개.files/image001.png" v:shapes="_x0000_i1025"><![endif]></span></p>
<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-border-alt:solid windowtext .5pt'><tr style='height:1.0cm'><td width=100 style='width:75.0pt;border:solid windowtext 1.0pt'><p class=MsoNormal>연혁<td>1998년 창립</table>
<acronym title="대표이사">CEO</acronym> <blink>새 소식</blink> <dir><li>하나<li>둘</dir> <xmp><b>꼭 이대로</b></xmp> <nobr>끊지 마세요</nobr> <strike>옛 값</strike> <st1:place w:st="on">서울</st1:place>
<ins cite="mailto:김대리" datetime="2005-01-01">고침</ins> <a name="_Toc1"></a><a href="#_Toc1">차례</a> <a href="회사%20소개.files/연락처.html">연락처</a>
</div>
</body>
</html>
''', 'cp949')
w(S, '회사 소개.files/연락처.html', '<p>전화 02-000-0000 <a href="../회사 소개.htm">소개', 'cp949')
w(S, '회사 소개.files/filelist.xml', '<xml/>'); w(S, '회사 소개.files/image001.png', PNG)

for name, files in sites.items():
    with zipfile.ZipFile(os.path.join(os.path.dirname(os.path.abspath(__file__)), name + '.zip'), 'w') as archive:
        for path, data in files:
            kind = Korean if name in ('old-shop', 'word') else zipfile.ZipInfo
            archive.writestr(kind(path, (2024, 3, 1, 9, 0, 0)), data, zipfile.ZIP_DEFLATED)
