<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>ui::ChartPanel</name>
    <message>
        <source>No symbol selected</source>
        <translation>선택한 종목 없음</translation>
    </message>
    <message>
        <source>Volume</source>
        <comment>of the day</comment>
        <translation>거래량</translation>
    </message>
    <message>
        <source>VWAP</source>
        <translation>VWAP</translation>
    </message>
    <message>
        <source>VI auction, expected %1</source>
        <translation>VI 단일가, 예상 %1</translation>
    </message>
    <message>
        <source>O</source>
        <comment>open of a bar</comment>
        <translation>시</translation>
    </message>
    <message>
        <source>H</source>
        <comment>high of a bar</comment>
        <translation>고</translation>
    </message>
    <message>
        <source>L</source>
        <comment>low of a bar</comment>
        <translation>저</translation>
    </message>
    <message>
        <source>C</source>
        <comment>close of a bar</comment>
        <translation>종</translation>
    </message>
    <message>
        <source>Vol</source>
        <comment>volume of a bar</comment>
        <translation>량</translation>
    </message>
    <message>
        <source>Gap</source>
        <comment>missing shares of a bar</comment>
        <translation>누락</translation>
    </message>
    <message>
        <source>Shares the exchange traded in this bar that never reached this desk</source>
        <translation>이 봉에서 체결됐지만 수신하지 못한 주식 수</translation>
    </message>
    <message>
        <source>%1 minute bars</source>
        <translation>%1분봉</translation>
    </message>
    <message>
        <source>%1 minute bars (key %2)</source>
        <translation>%1분봉 (%2 키)</translation>
    </message>
    <message>
        <source>Follow the newest bar</source>
        <translation>최신 봉 따라가기</translation>
    </message>
    <message>
        <source>Follow the newest bar (End)</source>
        <translation>최신 봉 따라가기 (End)</translation>
    </message>
    <message>
        <source>Keep this symbol</source>
        <translation>종목 고정</translation>
    </message>
    <message>
        <source>Keep this symbol when another one is selected</source>
        <translation>다른 종목을 선택해도 이 종목을 유지</translation>
    </message>
    <message>
        <source>Chart %1</source>
        <translation>차트 %1</translation>
    </message>
    <message>
        <source>Halted</source>
        <translation>거래정지</translation>
    </message>
    <message>
        <source>Auction, expected %1</source>
        <translation>동시호가, 예상 %1</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>%1 불러오는 중</translation>
    </message>
</context>
<context>
    <name>ui::ChartPlot</name>
    <message>
        <source>No trades yet</source>
        <translation>아직 체결이 없습니다</translation>
    </message>
    <message>
        <source>Upper limit %1</source>
        <translation>상한가 %1</translation>
    </message>
    <message>
        <source>Lower limit %1</source>
        <translation>하한가 %1</translation>
    </message>
    <message>
        <source>Static VI %1</source>
        <translation>정적 VI %1</translation>
    </message>
</context>
<context>
    <name>ui::DeskTable</name>
    <message>
        <source>Export as CSV</source>
        <translation>CSV로 내보내기</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 파일 (*.csv)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation>%1 파일을 쓸 수 없습니다: %2. 다른 폴더를 고르세요.</translation>
    </message>
</context>
<context>
    <name>ui::DockTitle</name>
    <message>
        <source>Float the panel</source>
        <translation>창 분리</translation>
    </message>
    <message>
        <source>Hide the panel</source>
        <translation>창 숨기기</translation>
    </message>
</context>
<context>
    <name>ui::HealthModel</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>점검 항목</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>조치</translation>
    </message>
</context>
<context>
    <name>ui::HealthPanel</name>
    <message>
        <source>Frames</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>레코드</translation>
    </message>
    <message>
        <source>Bad frames</source>
        <translation>불량 프레임</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>재접속</translation>
    </message>
    <message>
        <source>Calls</source>
        <comment>to the broker</comment>
        <translation>호출</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>calls</comment>
        <translation>실패</translation>
    </message>
    <message>
        <source>Over the rate</source>
        <comment>calls</comment>
        <translation>한도 초과</translation>
    </message>
    <message>
        <source>Queue</source>
        <comment>of calls</comment>
        <translation>대기</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>Decision p50</source>
        <translation>판단 p50</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Missing shares</source>
        <translation>누락 주식</translation>
    </message>
    <message>
        <source>Pre-open checklist</source>
        <translation>장전 점검표</translation>
    </message>
</context>
<context>
    <name>ui::Hotkeys</name>
    <message>
        <source>Screen now</source>
        <translation>지금 선별</translation>
    </message>
    <message>
        <source>Go to the top 30</source>
        <translation>상위 30으로 이동</translation>
    </message>
    <message>
        <source>Go to chart 1</source>
        <translation>차트 1로 이동</translation>
    </message>
    <message>
        <source>Go to health</source>
        <translation>상태 점검으로 이동</translation>
    </message>
    <message>
        <source>Go to the event log</source>
        <translation>이벤트 로그로 이동</translation>
    </message>
    <message>
        <source>Go to chart 2</source>
        <translation>차트 2로 이동</translation>
    </message>
    <message>
        <source>Go to chart 3</source>
        <translation>차트 3으로 이동</translation>
    </message>
    <message>
        <source>Go to chart 4</source>
        <translation>차트 4로 이동</translation>
    </message>
    <message>
        <source>Find a symbol</source>
        <translation>종목 찾기</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>글자 크게</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>글자 작게</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
</context>
<context>
    <name>ui::LogModel</name>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>등급</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>조치</translation>
    </message>
</context>
<context>
    <name>ui::LogPanel</name>
    <message>
        <source>All events</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <comment>severity</comment>
        <translation>%1 이상</translation>
    </message>
    <message>
        <source>Least severity shown</source>
        <translation>표시할 최소 등급</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>CSV로 내보내기</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>이벤트 로그</translation>
    </message>
</context>
<context>
    <name>ui::LogWords</name>
    <message>
        <source>Started: %1</source>
        <translation>시작: %1</translation>
    </message>
    <message>
        <source>%1 instruments loaded, %2 rows skipped</source>
        <translation>종목 %1개 읽음, %2행 건너뜀</translation>
    </message>
    <message>
        <source>Feed connected, %1 registrations</source>
        <translation>실시간 접속, 등록 %1건</translation>
    </message>
    <message>
        <source>Feed lost: %1</source>
        <translation>실시간 끊김: %1</translation>
    </message>
    <message>
        <source>Feed back after %1 s</source>
        <translation>%1초 만에 실시간 복구</translation>
    </message>
    <message>
        <source>Feed silent for %1 s</source>
        <translation>%1초 동안 수신 없음</translation>
    </message>
    <message>
        <source>Feed stopped: %1</source>
        <translation>실시간 중단: %1</translation>
    </message>
    <message>
        <source>%1 of %2 refused by the broker (%3)</source>
        <translation>%2의 %1 등록이 거부됨 (%3)</translation>
    </message>
    <message>
        <source>%1: %2 shares missing over %3 s</source>
        <translation>%1: %3초 동안 %2주 누락</translation>
    </message>
    <message>
        <source>%1: accumulated volume went back; counted anew</source>
        <translation>%1: 누적 거래량이 줄어 다시 셈</translation>
    </message>
    <message>
        <source>%1: volatility interruption began</source>
        <translation>%1: VI 발동</translation>
    </message>
    <message>
        <source>%1: volatility interruption ended</source>
        <translation>%1: VI 해제</translation>
    </message>
    <message>
        <source>%1: trading halted (%2)</source>
        <translation>%1: 거래정지 (%2)</translation>
    </message>
    <message>
        <source>Market operation %1: %2</source>
        <translation>장운영 %1: %2</translation>
    </message>
    <message>
        <source>Screened: %1 eligible of %2 scored, pool %3</source>
        <translation>선별: 후보 %3, 평가 %2, 적격 %1</translation>
    </message>
    <message>
        <source>Ranking list failed: %1</source>
        <translation>순위 조회 실패: %1</translation>
    </message>
    <message>
        <source>Bars of %1 symbols loaded</source>
        <translation>%1종목 분봉 읽음</translation>
    </message>
    <message>
        <source>Access token valid until %1</source>
        <translation>접근 토큰 유효 기한 %1</translation>
    </message>
    <message>
        <source>Broker: %1</source>
        <translation>증권사: %1</translation>
    </message>
    <message>
        <source>Session: %1</source>
        <translation>장 상태: %1</translation>
    </message>
    <message>
        <source>%1: price limit computed %2, broker says %3</source>
        <translation>%1: 계산한 가격제한 %2, 증권사 값 %3</translation>
    </message>
    <message>
        <source>Closing routine done</source>
        <translation>장 마감 처리 완료</translation>
    </message>
    <message>
        <source>Info</source>
        <comment>severity</comment>
        <translation>정보</translation>
    </message>
    <message>
        <source>Notice</source>
        <comment>severity</comment>
        <translation>알림</translation>
    </message>
    <message>
        <source>Warning</source>
        <comment>severity</comment>
        <translation>경고</translation>
    </message>
    <message>
        <source>Critical</source>
        <comment>severity</comment>
        <translation>심각</translation>
    </message>
    <message>
        <source>New listings and warnings of today may be missing.</source>
        <translation>오늘의 신규 상장과 시장경보가 빠졌을 수 있습니다.</translation>
    </message>
    <message>
        <source>Check the network; without them nothing is screened.</source>
        <translation>네트워크를 확인하세요. 마스터가 없으면 선별하지 않습니다.</translation>
    </message>
    <message>
        <source>Reconnects by itself; check the network if it lasts.</source>
        <translation>자동으로 재접속합니다. 계속되면 네트워크를 확인하세요.</translation>
    </message>
    <message>
        <source>Correct the keys or the configuration, then start again.</source>
        <translation>키나 설정을 고친 뒤 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Nothing to do for a single one; many mean a changed wire format.</source>
        <translation>한두 개는 괜찮습니다. 많으면 전문 형식이 바뀐 것입니다.</translation>
    </message>
    <message>
        <source>Known fields are still read; look for a new version.</source>
        <translation>아는 필드는 계속 읽습니다. 새 버전을 확인하세요.</translation>
    </message>
    <message>
        <source>The symbol is refreshed by REST instead.</source>
        <translation>이 종목은 REST로 갱신합니다.</translation>
    </message>
    <message>
        <source>Its bars are marked; volume rules leave the minute out.</source>
        <translation>해당 봉에 표시하고 거래량 규칙에서 제외합니다.</translation>
    </message>
    <message>
        <source>Compare the volume with another source.</source>
        <translation>다른 화면과 거래량을 비교하세요.</translation>
    </message>
    <message>
        <source>Two minutes of call auction; no entries meanwhile.</source>
        <translation>2분간 단일가 매매. 그동안 진입하지 않습니다.</translation>
    </message>
    <message>
        <source>No order is accepted until the halt ends.</source>
        <translation>정지가 풀릴 때까지 주문할 수 없습니다.</translation>
    </message>
    <message>
        <source>The last list is used; asked again at the next screening.</source>
        <translation>직전 목록을 쓰고 다음 선별 때 다시 조회합니다.</translation>
    </message>
    <message>
        <source>Repeated by itself where that is safe.</source>
        <translation>안전한 경우 자동으로 다시 시도합니다.</translation>
    </message>
    <message>
        <source>The broker&apos;s limit is used.</source>
        <translation>증권사 값을 씁니다.</translation>
    </message>
    <message>
        <source>Unreadable frames dropped: %1 (%2)</source>
        <translation>해석할 수 없는 프레임 %1개 버림 (%2)</translation>
    </message>
    <message>
        <source>Download failed: master files of %1 from the cache</source>
        <translation>내려받기 실패, %1 종목 마스터 사용</translation>
    </message>
    <message>
        <source>Master files could not be read</source>
        <translation>종목 마스터를 읽을 수 없음</translation>
    </message>
    <message>
        <source>Frames with more fields than known: %1</source>
        <translation>알 수 없는 필드가 더 있는 프레임 %1개</translation>
    </message>
    <message>
        <source>%1: no trade stream for %3 s</source>
        <translation>%1: %3초 동안 체결 수신 없음</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Top 30</source>
        <translation>상위 30</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>상태 점검</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>이벤트 로그</translation>
    </message>
    <message>
        <source>Chart %1</source>
        <translation>차트 %1</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>창</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>차트 수</translation>
    </message>
    <message numerus="yes">
        <source>%n chart(s)</source>
        <translation>
            <numerusform>%n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>배치 초기화</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Up red, down blue</source>
        <translation>상승 빨강, 하락 파랑</translation>
    </message>
    <message>
        <source>Up blue, down red</source>
        <translation>상승 파랑, 하락 빨강</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
</context>
<context>
    <name>ui::ScreenModel</name>
    <message>
        <source>new</source>
        <comment>came into the list</comment>
        <translation>신규</translation>
    </message>
    <message>
        <source>T+Q</source>
        <comment>registered for trades and quotes</comment>
        <translation>체결·호가</translation>
    </message>
    <message>
        <source>T</source>
        <comment>registered for trades</comment>
        <translation>체결</translation>
    </message>
    <message>
        <source>Q</source>
        <comment>registered for quotes</comment>
        <translation>호가</translation>
    </message>
    <message>
        <source>REST %1</source>
        <translation>REST %1</translation>
    </message>
    <message>
        <source>VI auction</source>
        <translation>VI 단일가</translation>
    </message>
    <message>
        <source>Score %1 of 100</source>
        <translation>점수 %1 / 100</translation>
    </message>
    <message>
        <source>%1 (weight %2 %): not enough data</source>
        <translation>%1 (가중치 %2 %): 데이터 부족</translation>
    </message>
    <message>
        <source>%1 (weight %2 %): %3 points, %4</source>
        <translation>%1 (가중치 %2 %): %3점, %4</translation>
    </message>
    <message>
        <source>%1, estimated</source>
        <comment>a score row</comment>
        <translation>%1 (추정)</translation>
    </message>
    <message>
        <source>Not eligible: %1</source>
        <translation>부적격: %1</translation>
    </message>
    <message>
        <source>#</source>
        <comment>column: rank</comment>
        <translation>#</translation>
    </message>
    <message>
        <source>±</source>
        <comment>column: change in rank</comment>
        <translation>±</translation>
    </message>
    <message>
        <source>Code</source>
        <comment>column</comment>
        <translation>코드</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>종목명</translation>
    </message>
    <message>
        <source>Price</source>
        <comment>column</comment>
        <translation>현재가</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>column: in percent</comment>
        <translation>등락률</translation>
    </message>
    <message>
        <source>Score</source>
        <comment>column</comment>
        <translation>점수</translation>
    </message>
    <message>
        <source>Value ₩100m</source>
        <comment>column: traded value in 100 million won</comment>
        <translation>거래대금(억)</translation>
    </message>
    <message>
        <source>Slot</source>
        <comment>column</comment>
        <translation>등록</translation>
    </message>
    <message>
        <source>Spread</source>
        <comment>column</comment>
        <translation>스프레드</translation>
    </message>
    <message>
        <source>Mom. 5</source>
        <comment>column: momentum over 5 bars</comment>
        <translation>모멘텀5</translation>
    </message>
    <message>
        <source>Vol.</source>
        <comment>column: volatility</comment>
        <translation>변동성</translation>
    </message>
    <message>
        <source>Strength</source>
        <comment>column: trade strength</comment>
        <translation>체결강도</translation>
    </message>
    <message>
        <source>Why not</source>
        <comment>column</comment>
        <translation>제외 사유</translation>
    </message>
    <message>
        <source>Rank of the last screening</source>
        <translation>최근 선별 순위</translation>
    </message>
    <message>
        <source>Places won or lost since the screening before</source>
        <translation>직전 선별 대비 순위 변화</translation>
    </message>
    <message>
        <source>Short code of the issue</source>
        <translation>종목 단축코드</translation>
    </message>
    <message>
        <source>Name of the issue</source>
        <translation>종목 이름</translation>
    </message>
    <message>
        <source>Last price in won</source>
        <translation>현재가(원)</translation>
    </message>
    <message>
        <source>Change from the previous close</source>
        <translation>전일 종가 대비 등락률</translation>
    </message>
    <message>
        <source>Liquidity, turnover, volatility, spread and momentum, by weight</source>
        <translation>유동성, 회전, 변동성, 스프레드, 모멘텀의 가중 합계</translation>
    </message>
    <message>
        <source>Traded value of the day in units of 100 million won</source>
        <translation>당일 누적 거래대금(억원)</translation>
    </message>
    <message>
        <source>Source of the price: live trades (T), quotes (Q), or REST and age</source>
        <translation>시세 출처: 실시간 체결, 실시간 호가, 또는 REST와 경과 시간</translation>
    </message>
    <message>
        <source>Best ask minus best bid; ~ is estimated from one price step</source>
        <translation>최우선 매도호가와 매수호가의 차이. ~는 호가단위로 추정한 값</translation>
    </message>
    <message>
        <source>Change over the last five 1-minute bars</source>
        <translation>최근 1분봉 5개 동안의 등락률</translation>
    </message>
    <message>
        <source>Standard deviation of 1-minute changes over 20 bars</source>
        <translation>최근 1분봉 20개 등락률의 표준편차</translation>
    </message>
    <message>
        <source>Buying against selling volume; 100 is even</source>
        <translation>매도 체결 대비 매수 체결. 100이면 균형</translation>
    </message>
    <message>
        <source>What keeps the issue from being bought</source>
        <translation>매수 대상이 되지 못하는 이유</translation>
    </message>
</context>
<context>
    <name>ui::ScreenPanel</name>
    <message>
        <source>Pool</source>
        <translation>후보</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Scored</source>
        <translation>평가</translation>
    </message>
    <message>
        <source>Eligible</source>
        <translation>적격</translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation>실시간 등록</translation>
    </message>
    <message>
        <source>Filter by code or name</source>
        <translation>코드나 종목명으로 거르기</translation>
    </message>
    <message>
        <source>Show what was excluded, by reason</source>
        <translation>제외 사유별로 보기</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>CSV로 내보내기</translation>
    </message>
    <message>
        <source>Top 30</source>
        <translation>상위 30</translation>
    </message>
    <message>
        <source>order held</source>
        <translation>순서 고정</translation>
    </message>
    <message>
        <source>not screened yet</source>
        <translation>아직 선별 전</translation>
    </message>
    <message>
        <source>screened %1</source>
        <translation>선별 %1</translation>
    </message>
</context>
<context>
    <name>ui::StartDialogs</name>
    <message>
        <source>No keys for the broker were found.</source>
        <translation>증권사 접속 키를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>Looked for: %1

Put app key, app secret and account into that file (readable by you alone, mode 0600) and start again. Or watch the built-in simulated market now: it needs no account and sends nothing anywhere.</source>
        <translation>찾은 위치: %1

앱 키, 앱 시크릿, 계좌번호를 그 파일에 넣고(본인만 읽을 수 있게, 권한 0600) 다시 시작하세요. 또는 지금 내장 모의 시장을 볼 수 있습니다. 계좌가 필요 없고 외부로 아무것도 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Start the simulation</source>
        <translation>모의 시장 시작</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>The configuration was refused; nothing was started.</source>
        <translation>설정에 오류가 있어 시작하지 않았습니다.</translation>
    </message>
    <message>
        <source>File: %1

%2

Correct the file and start again.</source>
        <translation>파일: %1

%2

파일을 고친 뒤 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>ui::StatusStrip</name>
    <message>
        <source>%1 shares provably missing</source>
        <translation>누락이 확인된 주식 %1주</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>token</comment>
        <translation>대기</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>token</comment>
        <translation>실패</translation>
    </message>
    <message>
        <source>%1 wanted, %2 acknowledged</source>
        <translation>요청 %1건, 확인 %2건</translation>
    </message>
    <message>
        <source>Frame in hand to event applied, last 10 s; p50 %1</source>
        <translation>프레임 수신부터 판단까지, 최근 10초. p50 %1</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>재접속 중</translation>
    </message>
    <message>
        <source>last</source>
        <comment>frame</comment>
        <translation>최근</translation>
    </message>
    <message>
        <source>Age of the newest frame</source>
        <translation>가장 최근 프레임의 경과 시간</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>records</source>
        <translation>레코드</translation>
    </message>
    <message>
        <source>bad</source>
        <comment>frames</comment>
        <translation>불량</translation>
    </message>
    <message>
        <source>gaps</source>
        <translation>누락</translation>
    </message>
    <message>
        <source>Token until</source>
        <translation>토큰 기한</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>등록</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>시계</translation>
    </message>
    <message>
        <source>cfg</source>
        <comment>configuration hash</comment>
        <translation>설정</translation>
    </message>
</context>
<context>
    <name>ui::SymbolSearch</name>
    <message>
        <source>Code or name</source>
        <translation>종목코드 또는 종목명</translation>
    </message>
    <message>
        <source>Find a symbol</source>
        <translation>종목 찾기</translation>
    </message>
    <message>
        <source>Find a symbol by code or name (Ctrl+F)</source>
        <translation>코드나 종목명으로 찾기 (Ctrl+F)</translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message>
        <source>%1 in %2</source>
        <comment>next phase, countdown</comment>
        <translation>%1까지 %2</translation>
    </message>
    <message>
        <source>Closing auction in 00:00:00</source>
        <comment>widest countdown text</comment>
        <translation>장마감 동시호가까지 00:00:00</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>계좌</translation>
    </message>
    <message>
        <source>Digits in the middle are hidden on purpose</source>
        <translation>가운데 숫자는 일부러 가렸습니다</translation>
    </message>
    <message>
        <source>Regular session</source>
        <comment>widest phase</comment>
        <translation>정규장</translation>
    </message>
    <message>
        <source>Phase of the KRX session</source>
        <translation>KRX 장 상태</translation>
    </message>
    <message>
        <source>Until the next phase, on the market&apos;s clock</source>
        <translation>다음 장 상태까지 남은 시간(시장 시각 기준)</translation>
    </message>
    <message>
        <source>KST</source>
        <comment>clock</comment>
        <translation>시각</translation>
    </message>
    <message>
        <source>Speed of the simulated clock</source>
        <translation>모의 시계 배속</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Panels, layout, theme, language</source>
        <translation>창, 배치, 테마, 언어</translation>
    </message>
    <message>
        <source>Screen now</source>
        <translation>지금 선별</translation>
    </message>
    <message>
        <source>Screen now instead of at the next full minute (F5)</source>
        <translation>다음 정각을 기다리지 않고 지금 선별 (F5)</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>어둡게/밝게</translation>
    </message>
    <message>
        <source>Switch the language</source>
        <translation>언어 바꾸기</translation>
    </message>
    <message>
        <source>Korean</source>
        <comment>the other language, named in its own words</comment>
        <translation>English</translation>
    </message>
</context>
<context>
    <name>ui::Words</name>
    <message>
        <source>Simulation</source>
        <translation>모의 시장</translation>
    </message>
    <message>
        <source>Demo account</source>
        <translation>모의투자</translation>
    </message>
    <message>
        <source>Live trading</source>
        <translation>실전투자</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>복기</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>session phase</comment>
        <translation>장 종료</translation>
    </message>
    <message>
        <source>Before the open</source>
        <comment>session phase</comment>
        <translation>장 시작 전</translation>
    </message>
    <message>
        <source>Opening auction</source>
        <comment>session phase</comment>
        <translation>장전 동시호가</translation>
    </message>
    <message>
        <source>Regular session</source>
        <comment>session phase</comment>
        <translation>정규장</translation>
    </message>
    <message>
        <source>Closing auction</source>
        <comment>session phase</comment>
        <translation>장마감 동시호가</translation>
    </message>
    <message>
        <source>After the close</source>
        <comment>session phase</comment>
        <translation>장후 시간외</translation>
    </message>
    <message>
        <source>After-market</source>
        <comment>session phase</comment>
        <translation>애프터마켓</translation>
    </message>
    <message>
        <source>idle</source>
        <comment>feed state</comment>
        <translation>대기</translation>
    </message>
    <message>
        <source>approving</source>
        <comment>feed state</comment>
        <translation>승인 중</translation>
    </message>
    <message>
        <source>connecting</source>
        <comment>feed state</comment>
        <translation>접속 중</translation>
    </message>
    <message>
        <source>registering</source>
        <comment>feed state</comment>
        <translation>등록 중</translation>
    </message>
    <message>
        <source>live</source>
        <comment>feed state</comment>
        <translation>정상</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <comment>feed state</comment>
        <translation>재접속 중</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>feed state</comment>
        <translation>중단</translation>
    </message>
    <message>
        <source>KOSPI</source>
        <translation>코스피</translation>
    </message>
    <message>
        <source>KOSDAQ</source>
        <translation>코스닥</translation>
    </message>
    <message>
        <source>Liquidity</source>
        <comment>screener axis</comment>
        <translation>유동성</translation>
    </message>
    <message>
        <source>Turnover</source>
        <comment>screener axis: traded value of 5 minutes</comment>
        <translation>5분 거래대금</translation>
    </message>
    <message>
        <source>Volatility</source>
        <comment>screener axis</comment>
        <translation>변동성</translation>
    </message>
    <message>
        <source>Spread</source>
        <comment>screener axis</comment>
        <translation>스프레드</translation>
    </message>
    <message>
        <source>Momentum</source>
        <comment>screener axis</comment>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>%1 × ₩100m</source>
        <comment>traded value</comment>
        <translation>%1억</translation>
    </message>
    <message>
        <source>Not in the master files</source>
        <translation>종목 마스터에 없음</translation>
    </message>
    <message>
        <source>ETF, ETN, ELW, REIT or fund</source>
        <translation>ETF·ETN·ELW·리츠·펀드</translation>
    </message>
    <message>
        <source>SPAC</source>
        <translation>스팩</translation>
    </message>
    <message>
        <source>Preferred share</source>
        <translation>우선주</translation>
    </message>
    <message>
        <source>Trading halted</source>
        <translation>거래정지</translation>
    </message>
    <message>
        <source>Liquidation trading</source>
        <translation>정리매매</translation>
    </message>
    <message>
        <source>Administrative issue</source>
        <translation>관리종목</translation>
    </message>
    <message>
        <source>Market warning or risk</source>
        <translation>투자경고·위험</translation>
    </message>
    <message>
        <source>Short-term overheating</source>
        <translation>단기과열</translation>
    </message>
    <message>
        <source>Unfaithful disclosure</source>
        <translation>불성실공시</translation>
    </message>
    <message>
        <source>Backdoor listing</source>
        <translation>우회상장</translation>
    </message>
    <message>
        <source>Low-liquidity issue</source>
        <translation>저유동성</translation>
    </message>
    <message>
        <source>Abnormal surge</source>
        <translation>이상급등</translation>
    </message>
    <message>
        <source>Investor caution reminder</source>
        <translation>투자주의환기</translation>
    </message>
    <message>
        <source>Face value change</source>
        <translation>액면변경</translation>
    </message>
    <message>
        <source>Listed today</source>
        <translation>당일 상장</translation>
    </message>
    <message>
        <source>Name of a SPAC, fund or preferred share</source>
        <translation>종목명이 스팩·펀드·우선주</translation>
    </message>
    <message>
        <source>Price too low</source>
        <translation>저가주</translation>
    </message>
    <message>
        <source>No trade today</source>
        <translation>당일 체결 없음</translation>
    </message>
    <message>
        <source>Not enough data</source>
        <translation>데이터 부족</translation>
    </message>
    <message>
        <source>Liquidity too low</source>
        <translation>유동성 부족</translation>
    </message>
    <message>
        <source>Turnover too low</source>
        <translation>5분 거래대금 부족</translation>
    </message>
    <message>
        <source>Momentum too low</source>
        <translation>모멘텀 부족</translation>
    </message>
    <message>
        <source>%1: not enough data</source>
        <translation>%1 데이터 부족</translation>
    </message>
    <message>
        <source>%1 %2 too low</source>
        <comment>axis, value</comment>
        <translation>%1 %2 부족</translation>
    </message>
    <message>
        <source>%1 %2, needs %3</source>
        <comment>axis, value, limit</comment>
        <translation>%1 %2 (기준 %3)</translation>
    </message>
    <message>
        <source>Keys</source>
        <comment>health check</comment>
        <translation>접속 키</translation>
    </message>
    <message>
        <source>Access token</source>
        <comment>health check</comment>
        <translation>접근 토큰</translation>
    </message>
    <message>
        <source>Approval key</source>
        <comment>health check</comment>
        <translation>실시간 접속키</translation>
    </message>
    <message>
        <source>Market feed</source>
        <comment>health check</comment>
        <translation>실시간 시세</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <comment>health check</comment>
        <translation>실시간 등록</translation>
    </message>
    <message>
        <source>Instruments</source>
        <comment>health check</comment>
        <translation>종목 마스터</translation>
    </message>
    <message>
        <source>Balance</source>
        <comment>health check</comment>
        <translation>예수금</translation>
    </message>
    <message>
        <source>Holdings</source>
        <comment>health check</comment>
        <translation>보유 종목</translation>
    </message>
    <message>
        <source>Trading day</source>
        <comment>health check</comment>
        <translation>거래일</translation>
    </message>
    <message>
        <source>Disk space</source>
        <comment>health check</comment>
        <translation>디스크 공간</translation>
    </message>
    <message>
        <source>Clock</source>
        <comment>health check</comment>
        <translation>시계</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>health state</comment>
        <translation>대기</translation>
    </message>
    <message>
        <source>good</source>
        <comment>health state</comment>
        <translation>정상</translation>
    </message>
    <message>
        <source>warning</source>
        <comment>health state</comment>
        <translation>주의</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>health state</comment>
        <translation>실패</translation>
    </message>
    <message>
        <source>not needed here</source>
        <comment>health state</comment>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>Put app key, app secret and account into the secrets file (mode 0600).</source>
        <translation>비밀 파일(권한 0600)에 앱 키, 앱 시크릿, 계좌번호를 넣으세요.</translation>
    </message>
    <message>
        <source>The broker issues one token a minute; wait, then check the app key.</source>
        <translation>토큰은 1분에 한 번만 발급됩니다. 기다렸다가 앱 키를 확인하세요.</translation>
    </message>
    <message>
        <source>Check app key and secret; the feed asks again by itself.</source>
        <translation>앱 키와 시크릿을 확인하세요. 자동으로 다시 요청합니다.</translation>
    </message>
    <message>
        <source>Check the network; close other programs that use the same app key.</source>
        <translation>네트워크를 확인하고, 같은 앱 키를 쓰는 다른 프로그램을 닫으세요.</translation>
    </message>
    <message>
        <source>Wait for the acknowledgements; refused streams are in the event log.</source>
        <translation>등록 확인을 기다리세요. 거부된 항목은 이벤트 로그에 있습니다.</translation>
    </message>
    <message>
        <source>Master files missing: check the network, the last copy is used if any.</source>
        <translation>종목 마스터가 없습니다. 네트워크를 확인하세요. 이전 파일이 있으면 씁니다.</translation>
    </message>
    <message>
        <source>The balance was not read; check the account number.</source>
        <translation>예수금을 읽지 못했습니다. 계좌번호를 확인하세요.</translation>
    </message>
    <message>
        <source>The holdings were not read; nothing is managed before they are.</source>
        <translation>보유 종목을 읽지 못했습니다. 읽기 전에는 관리하지 않습니다.</translation>
    </message>
    <message>
        <source>No session today, or the calendar file does not cover the day.</source>
        <translation>휴장일이거나 달력 파일에 오늘이 없습니다.</translation>
    </message>
    <message>
        <source>Free some space in the data folder; records need 2 GB a day.</source>
        <translation>데이터 폴더의 공간을 비우세요. 하루에 2 GB가 필요합니다.</translation>
    </message>
    <message>
        <source>Switch on time synchronisation; the offset should be below 1 s.</source>
        <translation>시각 동기화를 켜세요. 오차는 1초 미만이어야 합니다.</translation>
    </message>
    <message>
        <source>Trades</source>
        <comment>real-time stream</comment>
        <translation>체결</translation>
    </message>
    <message>
        <source>Quotes</source>
        <comment>real-time stream</comment>
        <translation>호가</translation>
    </message>
    <message>
        <source>Expected prices</source>
        <comment>real-time stream</comment>
        <translation>예상 체결가</translation>
    </message>
    <message>
        <source>Market operation</source>
        <comment>real-time stream</comment>
        <translation>장운영</translation>
    </message>
    <message>
        <source>Execution notices</source>
        <comment>real-time stream</comment>
        <translation>체결 통보</translation>
    </message>
    <message>
        <source>state of an issue</source>
        <comment>market operation</comment>
        <translation>종목 상태</translation>
    </message>
    <message>
        <source>opening auction</source>
        <comment>market operation</comment>
        <translation>장전 동시호가</translation>
    </message>
    <message>
        <source>open</source>
        <comment>market operation</comment>
        <translation>장 개시</translation>
    </message>
    <message>
        <source>closing auction</source>
        <comment>market operation</comment>
        <translation>장마감 동시호가</translation>
    </message>
    <message>
        <source>close</source>
        <comment>market operation</comment>
        <translation>장 마감</translation>
    </message>
    <message>
        <source>market suspended</source>
        <comment>market operation</comment>
        <translation>시장 정지</translation>
    </message>
    <message>
        <source>circuit breaker</source>
        <comment>market operation</comment>
        <translation>서킷브레이커</translation>
    </message>
    <message>
        <source>circuit breaker over</source>
        <comment>market operation</comment>
        <translation>서킷브레이커 해제</translation>
    </message>
    <message>
        <source>sidecar</source>
        <comment>market operation</comment>
        <translation>사이드카</translation>
    </message>
    <message>
        <source>sidecar over</source>
        <comment>market operation</comment>
        <translation>사이드카 해제</translation>
    </message>
    <message>
        <source>countdown</source>
        <comment>market operation</comment>
        <translation>카운트다운</translation>
    </message>
    <message>
        <source>after hours</source>
        <comment>market operation</comment>
        <translation>시간외</translation>
    </message>
    <message>
        <source>unknown code</source>
        <comment>market operation</comment>
        <translation>알 수 없는 코드</translation>
    </message>
    <message>
        <source>traded value</source>
        <comment>ranking list</comment>
        <translation>거래대금</translation>
    </message>
    <message>
        <source>volume surge</source>
        <comment>ranking list</comment>
        <translation>거래량 급증</translation>
    </message>
    <message>
        <source>fluctuation</source>
        <comment>ranking list</comment>
        <translation>등락률</translation>
    </message>
    <message>
        <source>trade strength</source>
        <comment>ranking list</comment>
        <translation>체결강도</translation>
    </message>
</context>
</TS>
