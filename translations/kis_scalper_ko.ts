<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>ClosingWords</name>
    <message>
        <source>Books against the broker</source>
        <translation>장부와 증권사 대조</translation>
    </message>
    <message>
        <source>Open orders end</source>
        <translation>미체결 주문 종료</translation>
    </message>
    <message>
        <source>Summary saved</source>
        <translation>일일 결산 저장</translation>
    </message>
    <message>
        <source>Summary sent</source>
        <translation>일일 결산 전송</translation>
    </message>
    <message>
        <source>Text logs compressed</source>
        <translation>로그 압축</translation>
    </message>
    <message>
        <source>Order ledger backed up</source>
        <translation>주문 원장 백업</translation>
    </message>
    <message>
        <source>Records backed up</source>
        <translation>기록 백업</translation>
    </message>
    <message>
        <source>Old records removed</source>
        <translation>오래된 기록 정리</translation>
    </message>
</context>
<context>
    <name>SoundWords</name>
    <message>
        <source>Buy filled</source>
        <translation>매수 체결</translation>
    </message>
    <message>
        <source>Sale filled</source>
        <translation>매도 체결</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>손절</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거부</translation>
    </message>
    <message>
        <source>Line lost</source>
        <translation>연결 끊김</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>가드</translation>
    </message>
</context>
<context>
    <name>ui::AmendDialog</name>
    <message>
        <source>Amend order</source>
        <translation>주문 정정</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>정정 가격</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>%1 %2, %3 left of %4</source>
        <comment>side, name, remaining, quantity</comment>
        <translation>%1 %2, %4주 중 %3주 남음</translation>
    </message>
    <message>
        <source>Price now</source>
        <translation>현재 주문가</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>정정</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
</context>
<context>
    <name>ui::ApproveAddDialog</name>
    <message>
        <source>Approve the add: %1</source>
        <translation>추가매수 승인: %1</translation>
    </message>
    <message>
        <source>Conditions that say no</source>
        <translation>거부한 조건</translation>
    </message>
    <message>
        <source>Approve for %1 s</source>
        <translation>%1초간 승인</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>After the add:</source>
        <translation>추가매수 후:</translation>
    </message>
    <message>
        <source>The approval ends after %1 s or with the first order.</source>
        <translation>승인은 %1초 후 또는 첫 주문으로 끝납니다.</translation>
    </message>
    <message>
        <source>Nothing has to be waived.</source>
        <translation>면제할 조건이 없습니다.</translation>
    </message>
    <message>
        <source>Waived: %1</source>
        <translation>면제: %1</translation>
    </message>
    <message>
        <source>Never waived: P1, P9 to P12, fresh data, the gate.</source>
        <translation>면제 불가: P1, P9~P12, 데이터 신선도, 관문.</translation>
    </message>
    <message>
        <source>Cannot be waived, so no order leaves while they say no: %1</source>
        <translation>면제할 수 없어 거부하는 동안 주문이 나가지 않음: %1</translation>
    </message>
    <message>
        <source>No add can be approved in this state</source>
        <translation>이 상태에서는 추가매수를 승인할 수 없음</translation>
    </message>
    <message>
        <source>%1 %2: these conditions say no now</source>
        <comment>code, name</comment>
        <translation>%1 %2: 지금 거부한 조건</translation>
    </message>
    <message>
        <source>The position is gone; there is nothing to approve.</source>
        <translation>포지션이 없어져 승인할 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>ui::ArmDialog</name>
    <message>
        <source>Arm the session</source>
        <translation>주문 개시</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>개시</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Armed, every order that passes the gate leaves for the broker. The session ends at 15:35 and with any restart, sleep, clock step or long disconnection.</source>
        <translation>개시하면 관문을 통과한 주문이 모두 증권사로 나갑니다. 15:35까지 유효하며 재시작, 절전, 시계 변경, 긴 연결 끊김이 있으면 끝납니다.</translation>
    </message>
</context>
<context>
    <name>ui::ArmingForm</name>
    <message>
        <source>Account %1, order limit of the day %2 won</source>
        <translation>계좌 %1, 하루 주문 한도 %2원</translation>
    </message>
    <message>
        <source>Orders may leave with real money, up to this limit</source>
        <translation>이 한도까지 실제 돈으로 주문이 나가도 됩니다</translation>
    </message>
    <message>
        <source>Orders may leave, up to this limit</source>
        <translation>이 한도까지 주문이 나가도 됩니다</translation>
    </message>
    <message>
        <source>Type the last four digits of the account number (before the two of the product):</source>
        <translation>계좌번호 끝 네 자리를 입력하세요(상품코드 두 자리 앞):</translation>
    </message>
    <message>
        <source>Last four digits of the account number</source>
        <translation>계좌번호 끝 네 자리</translation>
    </message>
    <message>
        <source>The first order that opens a position may exceed 100,000 won today</source>
        <translation>오늘 첫 진입 주문이 100,000원을 넘어도 됩니다</translation>
    </message>
</context>
<context>
    <name>ui::AutomationDialog</name>
    <message>
        <source>Automatic trading: %1</source>
        <translation>자동매매: %1</translation>
    </message>
    <message>
        <source>%1: entries, adds and exits</source>
        <translation>%1: 진입·추가매수·청산</translation>
    </message>
    <message>
        <source>%1: protective exits go on, nothing is bought</source>
        <translation>%1: 보호 청산만 하고 매수하지 않음</translation>
    </message>
    <message>
        <source>%1: no automatic order at all, not even a stop; you only get alerts</source>
        <translation>%1: 손절을 포함해 자동 주문 없음, 알림만</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
</context>
<context>
    <name>ui::BannerLine</name>
    <message numerus="yes">
        <source>%n unknown order(s)</source>
        <translation>
            <numerusform>미확정 주문 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Several of the broker&apos;s orders fit one of ours: choose the right one in the orders.</source>
        <translation>증권사 주문 여러 건이 우리 주문 하나와 맞습니다. 주문내역에서 맞는 것을 고르세요.</translation>
    </message>
    <message>
        <source>Sent, but the answer was lost: the broker&apos;s list is being read. Do not place them again.</source>
        <translation>보냈지만 응답을 잃었습니다. 증권사 주문 목록을 조회하고 있습니다. 다시 주문하지 마세요.</translation>
    </message>
    <message>
        <source>Holding differs: %1</source>
        <comment>codes</comment>
        <translation>잔고 불일치: %1</translation>
    </message>
    <message>
        <source>%1 Cause: %2.</source>
        <comment>what it means, code word</comment>
        <translation>%1 원인: %2.</translation>
    </message>
</context>
<context>
    <name>ui::BlockAddDialog</name>
    <message>
        <source>Reason, for the journal</source>
        <translation>사유 (일지에 기록)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Block the add: %1</source>
        <translation>추가매수 차단: %1</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>차단</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>%1 %2: nothing is added until you choose Auto again. Exits go on.</source>
        <comment>code, name</comment>
        <translation>%1 %2: 다시 자동을 고를 때까지 추가매수하지 않습니다. 청산은 계속됩니다.</translation>
    </message>
</context>
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
    <name>ui::CheckModel</name>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>What it looks at</source>
        <translation>점검 내용</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>한도</translation>
    </message>
</context>
<context>
    <name>ui::ClosingLine</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Leave out the rest</source>
        <translation>나머지 건너뛰기</translation>
    </message>
    <message>
        <source>Closing the day %1, step %2 of %3: %4</source>
        <translation>%1 마감 처리 %2/%3: %4</translation>
    </message>
    <message>
        <source>The day %1 is closed, but: %2</source>
        <translation>%1 마감했으나 문제가 있습니다: %2</translation>
    </message>
    <message>
        <source>Closing the day %1: the rest was left out</source>
        <translation>%1 마감 처리: 나머지를 건너뛰었습니다</translation>
    </message>
    <message>
        <source>The day %1 is closed: summary saved, records backed up</source>
        <translation>%1 마감 완료: 결산 저장, 기록 백업</translation>
    </message>
</context>
<context>
    <name>ui::ConditionModel</name>
    <message>
        <source>Condition</source>
        <comment>column</comment>
        <translation>조건</translation>
    </message>
    <message>
        <source>Value</source>
        <comment>column: of a condition</comment>
        <translation>값</translation>
    </message>
    <message>
        <source>Limit</source>
        <comment>column</comment>
        <translation>한도</translation>
    </message>
    <message>
        <source>Distance</source>
        <comment>column</comment>
        <translation>여유</translation>
    </message>
    <message>
        <source>Steps</source>
        <comment>column: price steps</comment>
        <translation>호가</translation>
    </message>
    <message>
        <source>Since</source>
        <comment>column: how long it has been so</comment>
        <translation>지속</translation>
    </message>
    <message>
        <source>Near</source>
        <comment>column: near misses</comment>
        <translation>근접</translation>
    </message>
</context>
<context>
    <name>ui::DayDesk</name>
    <message>
        <source>Written: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>저장하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Handed to the notifier; it is sent as soon as the service takes it.</source>
        <translation>알림에 넘겼습니다. 서비스가 받는 대로 전송됩니다.</translation>
    </message>
    <message>
        <source>There is no Telegram token in the secrets file.</source>
        <translation>비밀 파일에 텔레그램 토큰이 없습니다.</translation>
    </message>
    <message>
        <source>Telegram is switched off (notify.telegram).</source>
        <translation>텔레그램이 꺼져 있습니다 (notify.telegram).</translation>
    </message>
    <message>
        <source>Restore the records</source>
        <translation>기록 복원</translation>
    </message>
    <message>
        <source>The records of %1 are put back when the program starts next.</source>
        <translation>다음에 시작할 때 %1 기록으로 되돌립니다.</translation>
    </message>
    <message>
        <source>Nothing will be restored: %1</source>
        <translation>복원하지 않습니다: %1</translation>
    </message>
</context>
<context>
    <name>ui::DecisionsModel</name>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>column: of a decision</comment>
        <translation>종류</translation>
    </message>
    <message>
        <source>Verdict</source>
        <comment>column</comment>
        <translation>판정</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>종목</translation>
    </message>
    <message>
        <source>Rule</source>
        <comment>column</comment>
        <translation>규칙</translation>
    </message>
    <message>
        <source>What decided</source>
        <comment>column</comment>
        <translation>판단 근거</translation>
    </message>
    <message>
        <source>account</source>
        <translation>계좌</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) since %1</source>
        <comment>the same refusal</comment>
        <translation>
            <numerusform>%n회 (첫 거부 %1)</numerusform>
        </translation>
    </message>
    <message>
        <source>How often it was refused for the same reasons</source>
        <translation>같은 사유로 거부된 횟수</translation>
    </message>
    <message>
        <source>×</source>
        <comment>column: how often</comment>
        <translation>×</translation>
    </message>
</context>
<context>
    <name>ui::DecisionsPanel</name>
    <message>
        <source>Your hand against the rules today: %1 won</source>
        <translation>오늘 수동 개입 손익 (규칙 대비): %1원</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>판단</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>미매수 사유</translation>
    </message>
    <message>
        <source>Interventions</source>
        <translation>개입</translation>
    </message>
    <message>
        <source>Code, name or rule</source>
        <translation>코드·종목명·규칙</translation>
    </message>
    <message>
        <source>Filter by code, name or rule</source>
        <translation>코드·종목명·규칙으로 거르기</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>CSV로 내보내기</translation>
    </message>
    <message>
        <source>Conditions of the decision</source>
        <translation>판단의 조건</translation>
    </message>
    <message>
        <source>Main</source>
        <comment>decisions: those that matter</comment>
        <translation>주요</translation>
    </message>
    <message>
        <source>Taken</source>
        <comment>decisions</comment>
        <translation>실행</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>decisions</comment>
        <translation>거부</translation>
    </message>
    <message>
        <source>Exits</source>
        <comment>decisions</comment>
        <translation>청산</translation>
    </message>
    <message>
        <source>Adds</source>
        <comment>decisions</comment>
        <translation>추가매수</translation>
    </message>
    <message>
        <source>Guard</source>
        <comment>decisions</comment>
        <translation>가드</translation>
    </message>
    <message>
        <source>All</source>
        <comment>decisions</comment>
        <translation>전체</translation>
    </message>
    <message>
        <source>What was done, stops that moved, adds judged, the guard; without refused entries</source>
        <translation>실행한 판단, 손절 이동, 추가매수 판단, 가드. 거부된 진입은 빼고 표시</translation>
    </message>
    <message>
        <source>Decisions that became an order</source>
        <translation>주문이 된 판단</translation>
    </message>
    <message>
        <source>What was not done, by reasons; repeats are one row</source>
        <translation>거부된 판단. 같은 사유의 반복은 한 줄로 표시</translation>
    </message>
    <message>
        <source>Sales and moves of stops</source>
        <translation>매도와 손절 이동</translation>
    </message>
    <message>
        <source>Adds judged, and the pattern that leads to them</source>
        <translation>추가매수 판단과 그에 이르는 패턴</translation>
    </message>
    <message>
        <source>What the portfolio guard did</source>
        <translation>포트폴리오 가드의 작동</translation>
    </message>
    <message>
        <source>Every decision</source>
        <translation>모든 판단</translation>
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
    <name>ui::EquityView</name>
    <message>
        <source>No equity was recorded</source>
        <translation>기록된 총자산 없음</translation>
    </message>
    <message>
        <source>From %1 to %2 won</source>
        <translation>%1원에서 %2원으로</translation>
    </message>
</context>
<context>
    <name>ui::FlattenDialog</name>
    <message>
        <source>Flatten and lock</source>
        <translation>전량청산·잠금</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>매도</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>종목명</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>소유</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>예상 금액</translation>
    </message>
    <message>
        <source>Visible book</source>
        <translation>보이는 호가</translation>
    </message>
    <message>
        <source>takes it all</source>
        <translation>전량 소화</translation>
    </message>
    <message>
        <source>is too thin</source>
        <translation>잔량 부족</translation>
    </message>
    <message>
        <source>Positions to sell</source>
        <translation>매도할 종목</translation>
    </message>
    <message>
        <source>Sell and lock</source>
        <translation>매도하고 잠금</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Cancels all open buys, sells the ticked positions and locks until the unlock word is typed. Holdings this program did not buy are not ticked.</source>
        <translation>미체결 매수를 모두 취소하고 표시한 종목을 매도한 뒤 해제 단어를 입력할 때까지 잠급니다. 이 프로그램이 사지 않은 종목은 표시되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The session is not armed; without this no sale leaves:</source>
        <translation>주문이 개시되지 않았습니다. 아래 확인 없이는 매도가 나가지 않습니다:</translation>
    </message>
</context>
<context>
    <name>ui::GateDialog</name>
    <message>
        <source>Gate</source>
        <translation>관문</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>The gate is open.</source>
        <translation>관문이 열려 있습니다.</translation>
    </message>
    <message>
        <source>Gate: %1</source>
        <translation>관문: %1</translation>
    </message>
    <message>
        <source>I have looked: open</source>
        <translation>확인했음: 열기</translation>
    </message>
    <message>
        <source>%1 is frozen: %2, until it is resolved</source>
        <translation>%1 동결: %2, 해결될 때까지</translation>
    </message>
    <message>
        <source>%1 is frozen: %2, until %3</source>
        <translation>%1 동결: %2, %3까지</translation>
    </message>
</context>
<context>
    <name>ui::GateWords</name>
    <message>
        <source>Armed</source>
        <translation>주문 가능</translation>
    </message>
    <message>
        <source>Orders leave only while the session is armed.</source>
        <translation>주문 개시 상태에서만 주문이 나갑니다.</translation>
    </message>
    <message>
        <source>Arm the session in the top bar.</source>
        <translation>위쪽 막대에서 주문을 개시하세요.</translation>
    </message>
    <message>
        <source>Lamps and reconciliation</source>
        <translation>점검등과 대사</translation>
    </message>
    <message>
        <source>REST, feed, notices, ledger and clock must be fresh and the books reconciled.</source>
        <translation>REST, 시세, 체결통보, DB, 시계가 정상이고 장부 대사가 끝나야 합니다.</translation>
    </message>
    <message>
        <source>Wait for the lamp that is out; its cause stands in the gate list.</source>
        <translation>꺼진 점검등이 켜질 때까지 기다리세요. 원인은 관문 목록에 있습니다.</translation>
    </message>
    <message>
        <source>Session phase</source>
        <translation>장 구간</translation>
    </message>
    <message>
        <source>Buys 09:00 to 15:20, sales to 15:30.</source>
        <translation>매수 09:00~15:20, 매도 ~15:30.</translation>
    </message>
    <message>
        <source>Wait for the phase in which this order is allowed.</source>
        <translation>이 주문이 허용되는 구간까지 기다리세요.</translation>
    </message>
    <message>
        <source>Issue allowed</source>
        <translation>종목 허용</translation>
    </message>
    <message>
        <source>Common shares of today&apos;s master files without halt, warning or risk mark.</source>
        <translation>오늘 종목마스터의 보통주 중 정지·경고·위험 지정이 없는 종목만.</translation>
    </message>
    <message>
        <source>Choose another issue.</source>
        <translation>다른 종목을 고르세요.</translation>
    </message>
    <message>
        <source>Code not frozen</source>
        <translation>종목 동결</translation>
    </message>
    <message>
        <source>No unknown order, outside trade, series of rejects or VI in this code.</source>
        <translation>이 종목에 미확정 주문, 외부 매매, 연속 거부, VI가 없어야 합니다.</translation>
    </message>
    <message>
        <source>Resolve what froze the code, or wait until it thaws.</source>
        <translation>동결 원인을 해결하거나 풀릴 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>Age of data</source>
        <translation>데이터 신선도</translation>
    </message>
    <message>
        <source>Price and book must be fresh.</source>
        <translation>현재가와 호가가 최신이어야 합니다.</translation>
    </message>
    <message>
        <source>Wait for fresh data; check the feed if it lasts.</source>
        <translation>새 데이터를 기다리세요. 계속되면 시세 연결을 확인하세요.</translation>
    </message>
    <message>
        <source>Price step and day limits</source>
        <translation>호가단위·상하한</translation>
    </message>
    <message>
        <source>The price must be on a valid step within the limits of the day.</source>
        <translation>가격은 호가단위에 맞고 상·하한가 안이어야 합니다.</translation>
    </message>
    <message>
        <source>Choose a valid price.</source>
        <translation>맞는 가격을 고르세요.</translation>
    </message>
    <message>
        <source>Price collar</source>
        <translation>가격 범위</translation>
    </message>
    <message>
        <source>The price must be near the book and the last trade.</source>
        <translation>가격이 호가와 현재가에 가까워야 합니다.</translation>
    </message>
    <message>
        <source>Move the price closer to the market.</source>
        <translation>가격을 시장가에 더 가깝게 옮기세요.</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>주문 유형</translation>
    </message>
    <message>
        <source>Buys are limit orders; market orders sell only, in the regular session.</source>
        <translation>매수는 지정가만, 시장가는 정규장 매도만 됩니다.</translation>
    </message>
    <message>
        <source>Use a limit order.</source>
        <translation>지정가로 주문하세요.</translation>
    </message>
    <message>
        <source>Order value</source>
        <translation>주문 금액</translation>
    </message>
    <message>
        <source>Largest value of one order.</source>
        <translation>한 주문의 최대 금액.</translation>
    </message>
    <message>
        <source>Lower the quantity.</source>
        <translation>수량을 줄이세요.</translation>
    </message>
    <message>
        <source>Order quantity</source>
        <translation>주문 수량</translation>
    </message>
    <message>
        <source>The order must be small against the visible book and the last five minutes.</source>
        <translation>보이는 호가 잔량과 최근 5분 거래량에 비해 작아야 합니다.</translation>
    </message>
    <message>
        <source>Lower the quantity, or wait for a deeper book.</source>
        <translation>수량을 줄이거나 호가가 두터워질 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>Position value</source>
        <translation>종목 보유 금액</translation>
    </message>
    <message>
        <source>Largest value held of one code, working buys included.</source>
        <translation>미체결 매수를 포함한 한 종목의 최대 보유 금액.</translation>
    </message>
    <message>
        <source>Lower the quantity, or cancel a working buy.</source>
        <translation>수량을 줄이거나 미체결 매수를 취소하세요.</translation>
    </message>
    <message>
        <source>Gross exposure</source>
        <translation>총 노출 금액</translation>
    </message>
    <message>
        <source>Cost of everything held, unknown buys at full size.</source>
        <translation>전체 보유 원가. 미확정 매수는 전량으로 봅니다.</translation>
    </message>
    <message>
        <source>Sell something first.</source>
        <translation>먼저 일부를 매도하세요.</translation>
    </message>
    <message>
        <source>Number of codes and orders</source>
        <translation>종목·주문 수</translation>
    </message>
    <message>
        <source>How many codes are held and orders work at once.</source>
        <translation>동시에 보유한 종목 수와 미체결 주문 수.</translation>
    </message>
    <message>
        <source>Close a position or cancel an order.</source>
        <translation>한 종목을 정리하거나 주문을 취소하세요.</translation>
    </message>
    <message>
        <source>Sellable quantity</source>
        <translation>매도가능 수량</translation>
    </message>
    <message>
        <source>No more than held less own working sales; no short sales.</source>
        <translation>보유에서 미체결 매도를 뺀 수량까지만. 공매도 없음.</translation>
    </message>
    <message>
        <source>Lower the quantity, or cancel a working sale.</source>
        <translation>수량을 줄이거나 미체결 매도를 취소하세요.</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>현금</translation>
    </message>
    <message>
        <source>Value with two percent of slack within our cash and the broker&apos;s buying power.</source>
        <translation>2 % 여유를 둔 금액이 우리 현금과 증권사 매수가능금액 안이어야 합니다.</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>중복 주문</translation>
    </message>
    <message>
        <source>The same order within two seconds, or an order of this code still open.</source>
        <translation>2초 안의 같은 주문, 또는 이 종목의 끝나지 않은 주문.</translation>
    </message>
    <message>
        <source>Wait, or cancel the open order first.</source>
        <translation>기다리거나 열린 주문을 먼저 취소하세요.</translation>
    </message>
    <message>
        <source>Self-trade</source>
        <translation>자전거래</translation>
    </message>
    <message>
        <source>It must not cross an own resting order.</source>
        <translation>내 대기 주문과 체결되면 안 됩니다.</translation>
    </message>
    <message>
        <source>Cancel the own order on the other side.</source>
        <translation>반대쪽 내 주문을 취소하세요.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>주문 전송 수</translation>
    </message>
    <message>
        <source>Orders, amendments and cancels a second, a minute and a day.</source>
        <translation>초·분·하루의 주문, 정정, 취소 전송 수.</translation>
    </message>
    <message>
        <source>Wait; near the limit of the day only exits remain.</source>
        <translation>기다리세요. 하루 한도에 가까우면 청산만 됩니다.</translation>
    </message>
    <message>
        <source>Count of orders</source>
        <translation>주문 건수 대조</translation>
    </message>
    <message>
        <source>Orders decided, written and known at the broker must agree.</source>
        <translation>결정한 주문, 보낸 주문, 증권사 주문의 건수가 같아야 합니다.</translation>
    </message>
    <message>
        <source>Compare with the HTS, then confirm in the gate list.</source>
        <translation>HTS와 비교한 뒤 관문 목록에서 확인하세요.</translation>
    </message>
    <message>
        <source>Day return</source>
        <translation>당일 수익률</translation>
    </message>
    <message>
        <source>The guard&apos;s marks of the day&apos;s return.</source>
        <translation>당일 수익률의 가드 기준선.</translation>
    </message>
    <message>
        <source>Stop buying today, or confirm in the gate list.</source>
        <translation>오늘은 매수를 멈추거나 관문 목록에서 확인하세요.</translation>
    </message>
    <message>
        <source>Loss at the stop</source>
        <translation>손절 시 손실</translation>
    </message>
    <message>
        <source>Distance to the stop times quantity.</source>
        <translation>손절가까지의 거리 × 수량.</translation>
    </message>
    <message>
        <source>Losses in a row</source>
        <translation>연속 손실</translation>
    </message>
    <message>
        <source>Entries pause after a series of losing exits.</source>
        <translation>손실 청산이 이어지면 진입을 쉽니다.</translation>
    </message>
    <message>
        <source>Wait until the pause is over.</source>
        <translation>쉬는 시간이 끝날 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>Rejects</source>
        <translation>주문 거부</translation>
    </message>
    <message>
        <source>Refusals of the broker within a minute.</source>
        <translation>1분 안의 증권사 거부 건수.</translation>
    </message>
    <message>
        <source>Read the reasons in the orders, then confirm in the gate list.</source>
        <translation>주문내역에서 사유를 읽고 관문 목록에서 확인하세요.</translation>
    </message>
    <message>
        <source>Unknown orders</source>
        <translation>미확정 주문</translation>
    </message>
    <message>
        <source>Orders whose answer was lost, at once and today.</source>
        <translation>응답을 잃은 주문의 현재 건수와 오늘 건수.</translation>
    </message>
    <message>
        <source>Wait until they are found, then confirm in the gate list.</source>
        <translation>찾을 때까지 기다린 뒤 관문 목록에서 확인하세요.</translation>
    </message>
    <message>
        <source>Order latency</source>
        <translation>주문 지연</translation>
    </message>
    <message>
        <source>Round trip of the last ten orders.</source>
        <translation>최근 주문 10건의 왕복 시간.</translation>
    </message>
    <message>
        <source>Wait five minutes; check the network if it lasts.</source>
        <translation>5분 기다리세요. 계속되면 네트워크를 확인하세요.</translation>
    </message>
    <message>
        <source>Plausible price</source>
        <translation>가격 타당성</translation>
    </message>
    <message>
        <source>Within the day&apos;s limits and near the minute&apos;s VWAP; the book neither crossed nor empty.</source>
        <translation>상·하한가 안이고 1분 VWAP에 가까우며 호가가 역전되거나 비어 있지 않아야 합니다.</translation>
    </message>
    <message>
        <source>Compare the price with another source.</source>
        <translation>다른 곳의 가격과 비교하세요.</translation>
    </message>
    <message>
        <source>Kill switch</source>
        <translation>비상정지</translation>
    </message>
    <message>
        <source>No kill level may be active.</source>
        <translation>비상정지 단계가 없어야 합니다.</translation>
    </message>
    <message>
        <source>End the kill level in the top bar.</source>
        <translation>위쪽 막대에서 비상정지를 해제하세요.</translation>
    </message>
    <message>
        <source>Person present</source>
        <translation>자리 확인</translation>
    </message>
    <message>
        <source>A key or the mouse was used within the hour.</source>
        <translation>한 시간 안에 키보드나 마우스를 썼어야 합니다.</translation>
    </message>
    <message>
        <source>Move the mouse, then confirm in the gate list.</source>
        <translation>마우스를 움직인 뒤 관문 목록에서 확인하세요.</translation>
    </message>
    <message>
        <source>Record of the decision</source>
        <translation>결정 기록</translation>
    </message>
    <message>
        <source>Every decision is written down with its figures.</source>
        <translation>모든 결정은 수치와 함께 기록됩니다.</translation>
    </message>
    <message>
        <source>The ledger does not take records: check the disk.</source>
        <translation>원장에 기록할 수 없습니다. 디스크를 확인하세요.</translation>
    </message>
    <message>
        <source>Unarmed</source>
        <translation>주문 잠김</translation>
    </message>
    <message>
        <source>Disarmed</source>
        <translation>진입 중지</translation>
    </message>
    <message>
        <source>No order of any kind leaves. Click to arm.</source>
        <translation>어떤 주문도 나가지 않습니다. 눌러서 개시하세요.</translation>
    </message>
    <message>
        <source>Orders leave after the gate. Click to disarm.</source>
        <translation>관문을 지난 주문이 나갑니다. 누르면 중지합니다.</translation>
    </message>
    <message>
        <source>Nothing opens; exits, cancels and hand sales go on. Click to arm again.</source>
        <translation>새 진입은 없고 청산·취소·수동 매도는 계속됩니다. 누르면 다시 개시합니다.</translation>
    </message>
    <message>
        <source>No kill level</source>
        <translation>비상정지 없음</translation>
    </message>
    <message>
        <source>K1: no entries</source>
        <translation>K1: 진입 중지</translation>
    </message>
    <message>
        <source>K2: killed</source>
        <translation>K2: 비상정지</translation>
    </message>
    <message>
        <source>K3: flattened and locked</source>
        <translation>K3: 전량청산·잠금</translation>
    </message>
    <message>
        <source>No new buys; exits go on. Release it when you have looked.</source>
        <translation>새 매수는 없고 청산은 계속됩니다. 확인한 뒤 해제하세요.</translation>
    </message>
    <message>
        <source>Open buys are cancelled and no new ones leave; working sales stay. Release it when you have looked.</source>
        <translation>미체결 매수를 취소하고 새 매수를 막습니다. 미체결 매도는 그대로입니다. 확인한 뒤 해제하세요.</translation>
    </message>
    <message>
        <source>Open buys are cancelled and the ticked positions sold; locked until you type the unlock word.</source>
        <translation>미체결 매수를 취소하고 표시한 종목을 매도합니다. 해제 단어를 입력할 때까지 잠깁니다.</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>gate</comment>
        <translation>열림</translation>
    </message>
    <message>
        <source>Exits only</source>
        <comment>gate</comment>
        <translation>청산만</translation>
    </message>
    <message>
        <source>Halted</source>
        <comment>gate</comment>
        <translation>중지</translation>
    </message>
    <message>
        <source>View only</source>
        <comment>gate</comment>
        <translation>보기 전용</translation>
    </message>
    <message>
        <source>Not armed</source>
        <translation>주문 잠김</translation>
    </message>
    <message>
        <source>Session disarmed</source>
        <translation>진입 중지됨</translation>
    </message>
    <message>
        <source>Kill level active</source>
        <translation>비상정지 중</translation>
    </message>
    <message>
        <source>REST lamp</source>
        <translation>REST 점검등</translation>
    </message>
    <message>
        <source>Feed lamp</source>
        <translation>시세 점검등</translation>
    </message>
    <message>
        <source>Notice lamp</source>
        <translation>체결통보 점검등</translation>
    </message>
    <message>
        <source>DB lamp</source>
        <translation>DB 점검등</translation>
    </message>
    <message>
        <source>Clock lamp</source>
        <translation>시계 점검등</translation>
    </message>
    <message>
        <source>Not reconciled</source>
        <translation>대사 전</translation>
    </message>
    <message>
        <source>Holding mismatch</source>
        <translation>잔고 불일치</translation>
    </message>
    <message>
        <source>Too many unknown orders</source>
        <translation>미확정 주문 과다</translation>
    </message>
    <message>
        <source>Too many rejects</source>
        <translation>거부 과다</translation>
    </message>
    <message>
        <source>Message limit of the day</source>
        <translation>하루 전송 한도</translation>
    </message>
    <message>
        <source>Order counts differ</source>
        <translation>주문 건수 불일치</translation>
    </message>
    <message>
        <source>Guard of the day</source>
        <translation>당일 가드</translation>
    </message>
    <message>
        <source>Orders too slow</source>
        <translation>주문 지연 과다</translation>
    </message>
    <message>
        <source>Nobody at the desk</source>
        <translation>자리 비움</translation>
    </message>
    <message>
        <source>No trading day</source>
        <translation>휴장일</translation>
    </message>
    <message>
        <source>Ledger set aside</source>
        <translation>원장 격리됨</translation>
    </message>
    <message>
        <source>Data too old</source>
        <translation>데이터 오래됨</translation>
    </message>
    <message>
        <source>No order leaves this session. Arm it in the top bar.</source>
        <translation>주문이 나가지 않습니다. 위쪽 막대에서 개시하세요.</translation>
    </message>
    <message>
        <source>Nothing opens; exits go on. Arm again when the cause is gone.</source>
        <translation>새 진입은 없고 청산은 계속됩니다. 원인이 사라지면 다시 개시하세요.</translation>
    </message>
    <message>
        <source>The kill switch was used. Release it in the top bar.</source>
        <translation>비상정지가 눌렸습니다. 위쪽 막대에서 해제하세요.</translation>
    </message>
    <message>
        <source>The broker does not answer requests. Opens by itself; check the network if it lasts.</source>
        <translation>증권사가 요청에 답하지 않습니다. 저절로 열립니다. 계속되면 네트워크를 확인하세요.</translation>
    </message>
    <message>
        <source>No fresh prices arrive. Opens by itself; check the network if it lasts.</source>
        <translation>새 시세가 오지 않습니다. 저절로 열립니다. 계속되면 네트워크를 확인하세요.</translation>
    </message>
    <message>
        <source>Execution notices do not arrive; fills are read from the list instead. Check that the HTS id is right.</source>
        <translation>체결통보가 오지 않아 주문 목록으로 체결을 읽습니다. HTS ID가 맞는지 확인하세요.</translation>
    </message>
    <message>
        <source>Orders cannot be written down, so none leaves. Check the disk.</source>
        <translation>주문을 기록할 수 없어 아무 주문도 나가지 않습니다. 디스크를 확인하세요.</translation>
    </message>
    <message>
        <source>The clock is wrong or the machine slept. Switch on time synchronisation.</source>
        <translation>시계가 틀렸거나 컴퓨터가 절전했습니다. 시간 동기화를 켜세요.</translation>
    </message>
    <message>
        <source>The books have not been compared with the broker yet. Opens by itself after the next complete answer.</source>
        <translation>장부를 아직 증권사와 대사하지 않았습니다. 다음 전체 응답 뒤 저절로 열립니다.</translation>
    </message>
    <message>
        <source>The broker holds another quantity than the books. Compare with the HTS, then accept it in the positions.</source>
        <translation>증권사 잔고가 장부와 다릅니다. HTS와 비교한 뒤 잔고에서 인정하세요.</translation>
    </message>
    <message>
        <source>Answers to orders were lost. Wait until the orders are found, then confirm here.</source>
        <translation>주문 응답을 잃었습니다. 주문을 찾을 때까지 기다린 뒤 여기서 확인하세요.</translation>
    </message>
    <message>
        <source>The broker refused several orders within a minute. Read the reasons, then confirm here.</source>
        <translation>증권사가 1분 안에 여러 주문을 거부했습니다. 사유를 읽고 여기서 확인하세요.</translation>
    </message>
    <message>
        <source>Nine tenths of the day&apos;s messages are used; the rest is kept for exits. Confirm here to go on.</source>
        <translation>하루 전송 한도의 9할을 썼습니다. 나머지는 청산용입니다. 계속하려면 여기서 확인하세요.</translation>
    </message>
    <message>
        <source>Orders decided and orders written differ. Compare with the HTS, then confirm here.</source>
        <translation>결정한 주문과 보낸 주문의 건수가 다릅니다. HTS와 비교한 뒤 여기서 확인하세요.</translation>
    </message>
    <message>
        <source>The day&apos;s return reached a mark of the guard. Stop buying today, or confirm here.</source>
        <translation>당일 수익률이 가드 기준에 닿았습니다. 오늘은 매수를 멈추거나 여기서 확인하세요.</translation>
    </message>
    <message>
        <source>The broker answers orders slowly. Opens by itself after five minutes.</source>
        <translation>증권사의 주문 응답이 느립니다. 5분 뒤 저절로 열립니다.</translation>
    </message>
    <message>
        <source>No key or mouse for too long. Confirm here that you are back.</source>
        <translation>오랫동안 입력이 없었습니다. 돌아왔음을 여기서 확인하세요.</translation>
    </message>
    <message>
        <source>The exchange does not trade today. Nothing to do.</source>
        <translation>오늘은 휴장일입니다. 할 일이 없습니다.</translation>
    </message>
    <message>
        <source>The order ledger was damaged and set aside; it is rebuilt from the broker only with your consent. Compare with the HTS, then confirm here.</source>
        <translation>주문 원장이 손상되어 따로 보관했습니다. 동의해야만 증권사 자료로 다시 만듭니다. HTS와 비교한 뒤 여기서 확인하세요.</translation>
    </message>
    <message>
        <source>What the gate needs is too old. Opens by itself with fresh data.</source>
        <translation>관문에 필요한 값이 오래되었습니다. 새 데이터가 오면 저절로 열립니다.</translation>
    </message>
    <message>
        <source>unknown order</source>
        <translation>미확정 주문</translation>
    </message>
    <message>
        <source>ambiguous order</source>
        <translation>모호한 주문</translation>
    </message>
    <message>
        <source>order outside this program</source>
        <translation>외부 주문</translation>
    </message>
    <message>
        <source>several rejects</source>
        <translation>연속 거부</translation>
    </message>
    <message>
        <source>unrecognised refusal</source>
        <translation>알 수 없는 거부</translation>
    </message>
    <message>
        <source>holding differs</source>
        <translation>잔고 불일치</translation>
    </message>
    <message>
        <source>no figures yet</source>
        <translation>수치 없음</translation>
    </message>
    <message>
        <source>balance too old</source>
        <translation>잔고 오래됨</translation>
    </message>
    <message>
        <source>volatility interruption</source>
        <translation>변동성완화장치(VI)</translation>
    </message>
    <message>
        <source>passed</source>
        <comment>check</comment>
        <translation>통과</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>check</comment>
        <translation>불가</translation>
    </message>
    <message>
        <source>no data</source>
        <comment>check</comment>
        <translation>자료 없음</translation>
    </message>
    <message>
        <source>does not bind</source>
        <comment>check</comment>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>not enough buying power</source>
        <translation>매수 가능 금액 부족</translation>
    </message>
    <message>
        <source>the window does not answer</source>
        <translation>화면이 응답하지 않음</translation>
    </message>
    <message>
        <source>signal SIGUSR1</source>
        <translation>SIGUSR1 신호</translation>
    </message>
    <message>
        <source>command from Telegram</source>
        <translation>텔레그램 명령</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>end of the session</source>
        <translation>세션 종료</translation>
    </message>
    <message>
        <source>the digits do not fit the account</source>
        <translation>입력한 숫자가 계좌와 다름</translation>
    </message>
    <message>
        <source>the machine slept</source>
        <translation>컴퓨터 절전</translation>
    </message>
    <message>
        <source>neither market line nor broker answered</source>
        <translation>시세도 증권사도 응답하지 않음</translation>
    </message>
    <message>
        <source>observing only</source>
        <translation>관찰 전용</translation>
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
    <message>
        <source>Go to the ladder</source>
        <translation>호가창으로</translation>
    </message>
    <message>
        <source>Go to the orders</source>
        <translation>주문내역으로</translation>
    </message>
    <message>
        <source>Go to the positions</source>
        <translation>잔고로</translation>
    </message>
    <message>
        <source>Go to the order ticket</source>
        <translation>주문 창으로</translation>
    </message>
    <message>
        <source>Kill: cancel all buys at once</source>
        <translation>비상정지: 매수 즉시 전부 취소</translation>
    </message>
    <message>
        <source>Flatten and lock…</source>
        <translation>전량청산·잠금…</translation>
    </message>
    <message>
        <source>Sell at the best bid</source>
        <translation>매수1호가에 매도</translation>
    </message>
    <message>
        <source>Buy at the best ask</source>
        <translation>매도1호가에 매수</translation>
    </message>
    <message>
        <source>Cancel the last order</source>
        <translation>마지막 주문 취소</translation>
    </message>
    <message>
        <source>Cancel all of the symbol</source>
        <translation>이 종목 주문 전부 취소</translation>
    </message>
    <message>
        <source>First preset quantity</source>
        <translation>수량 단축 1</translation>
    </message>
    <message>
        <source>Second preset quantity</source>
        <translation>수량 단축 2</translation>
    </message>
    <message>
        <source>Third preset quantity</source>
        <translation>수량 단축 3</translation>
    </message>
    <message>
        <source>Fourth preset quantity</source>
        <translation>수량 단축 4</translation>
    </message>
    <message>
        <source>Newest prices in the ladder</source>
        <translation>호가창 가운데 맞춤</translation>
    </message>
    <message>
        <source>Go to pyramiding</source>
        <translation>피라미딩으로</translation>
    </message>
    <message>
        <source>Go to the decisions</source>
        <translation>판단으로</translation>
    </message>
    <message>
        <source>Automatic trading of the symbol: on, exits only, off</source>
        <translation>종목 자동매매: 켬·청산만·끔</translation>
    </message>
    <message>
        <source>Block the add…</source>
        <translation>추가매수 차단…</translation>
    </message>
    <message>
        <source>Approve the add…</source>
        <translation>추가매수 승인…</translation>
    </message>
    <message>
        <source>Daily summary</source>
        <translation>일일 요약</translation>
    </message>
</context>
<context>
    <name>ui::InterventionModel</name>
    <message>
        <source>rule sold by %1</source>
        <translation>규칙은 %1로 매도</translation>
    </message>
    <message>
        <source>rule still holds</source>
        <translation>규칙은 보유 중</translation>
    </message>
    <message>
        <source>%1: %2, hand %3</source>
        <comment>shadow: rule&apos;s path, its P&amp;L, the hand&apos;s</comment>
        <translation>%1: %2, 실제 %3</translation>
    </message>
    <message>
        <source>Shadow</source>
        <comment>the rule&apos;s own path</comment>
        <translation>그림자</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>종목</translation>
    </message>
    <message>
        <source>What</source>
        <comment>column: intervention</comment>
        <translation>내용</translation>
    </message>
    <message>
        <source>To</source>
        <comment>column: changed to</comment>
        <translation>변경</translation>
    </message>
    <message>
        <source>Reason</source>
        <comment>column</comment>
        <translation>사유</translation>
    </message>
    <message>
        <source>Until</source>
        <comment>column</comment>
        <translation>기한</translation>
    </message>
    <message>
        <source>Hand gained</source>
        <comment>column: against the rule&apos;s path</comment>
        <translation>개입 손익</translation>
    </message>
</context>
<context>
    <name>ui::LadderPanel</name>
    <message>
        <source>One-click trading</source>
        <translation>원클릭 주문</translation>
    </message>
    <message>
        <source>On: a click beside a price places the quantity there at once, left sells, right buys. Off: it fills the ticket.</source>
        <translation>켜면 가격 옆을 누르는 즉시 그 가격에 수량만큼 주문합니다(왼쪽 매도, 오른쪽 매수). 끄면 주문 창에 채웁니다.</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>한 번 클릭</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>더블 클릭</translation>
    </message>
    <message>
        <source>What places an order</source>
        <translation>주문을 내는 동작</translation>
    </message>
    <message>
        <source>What places an order when one-click trading is on</source>
        <translation>원클릭 주문이 켜졌을 때 주문을 내는 동작</translation>
    </message>
    <message>
        <source>Quantity of one-click orders</source>
        <translation>원클릭 주문 수량</translation>
    </message>
    <message>
        <source>Newest prices</source>
        <translation>가운데 맞춤</translation>
    </message>
    <message>
        <source>Show the newest prices (Space); they stand still under the pointer</source>
        <translation>최신 호가로 맞춤(스페이스). 포인터가 있는 동안 가격은 움직이지 않습니다</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>호가창</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>매도잔량</translation>
    </message>
    <message>
        <source>Bid share</source>
        <translation>매수비율</translation>
    </message>
    <message>
        <source>Bids of all bids and asks</source>
        <translation>전체 잔량 중 매수잔량</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>매수잔량</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>예상체결가</translation>
    </message>
    <message>
        <source>Expected price of the auction</source>
        <translation>단일가 예상체결가</translation>
    </message>
</context>
<context>
    <name>ui::LadderView</name>
    <message>
        <source>No symbol selected</source>
        <translation>선택한 종목 없음</translation>
    </message>
    <message>
        <source>No quote yet</source>
        <translation>호가 없음</translation>
    </message>
    <message>
        <source>Lm</source>
        <comment>daily limit, two letters at most</comment>
        <translation>한</translation>
    </message>
    <message>
        <source>VI</source>
        <comment>static VI trigger</comment>
        <translation>VI</translation>
    </message>
    <message>
        <source>Ex</source>
        <comment>expected price, two letters at most</comment>
        <translation>예</translation>
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
        <source>Text log</source>
        <translation>텍스트 로그</translation>
    </message>
    <message>
        <source>Which log is shown</source>
        <translation>표시할 로그</translation>
    </message>
    <message>
        <source>The event log is for trading; the text log is what the program wrote into its log file, in English, for looking into a fault.</source>
        <translation>이벤트 로그는 매매용이고, 텍스트 로그는 프로그램이 로그 파일에 영어로 남긴 기록으로 장애를 살펴볼 때 씁니다.</translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation>글자로 거르기</translation>
    </message>
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
    <message>
        <source>%1 %2</source>
        <comment>side, quantity</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 sent at %2 (%3)</source>
        <translation>%1 전송, %2 (%3)</translation>
    </message>
    <message>
        <source>%1 refused by the gate: %2, %3 against %4</source>
        <translation>%1 관문 거부: %2, %3 / 한도 %4</translation>
    </message>
    <message>
        <source>%1 was not sent: %2</source>
        <translation>%1 전송되지 않음: %2</translation>
    </message>
    <message>
        <source>%1 accepted, number %2</source>
        <translation>%1 접수, 주문번호 %2</translation>
    </message>
    <message>
        <source>%1 refused by the broker: %2 %3</source>
        <translation>%1 증권사 거부: %2 %3</translation>
    </message>
    <message>
        <source>%1: the answer was lost (%2)</source>
        <translation>%1: 응답을 잃음(%2)</translation>
    </message>
    <message>
        <source>%1 found at the broker, number %2</source>
        <translation>%1 증권사에서 확인, 주문번호 %2</translation>
    </message>
    <message>
        <source>%1 is ambiguous: %2 orders of the broker fit</source>
        <translation>%1 모호함: 증권사 주문 %2건이 맞음</translation>
    </message>
    <message>
        <source>%1 is in none of %2 complete lists</source>
        <translation>%1 전체 목록 %2번에 없음</translation>
    </message>
    <message>
        <source>%1 appeared late at the broker, number %2</source>
        <translation>%1 증권사에 늦게 나타남, 주문번호 %2</translation>
    </message>
    <message>
        <source>%1 was never accepted</source>
        <translation>%1 접수되지 않았음</translation>
    </message>
    <message>
        <source>%1: %2 filled so far, average %3</source>
        <translation>%1: 누적 체결 %2주, 평균 %3</translation>
    </message>
    <message>
        <source>%1 cancelled: %2 filled, %3 cancelled</source>
        <translation>%1 취소: 체결 %2주, 취소 %3주</translation>
    </message>
    <message>
        <source>%1 expired, %2 filled</source>
        <translation>%1 만료, 체결 %2주</translation>
    </message>
    <message>
        <source>%1 amended to %2</source>
        <translation>%1 %2(으)로 정정</translation>
    </message>
    <message>
        <source>%1: cancel refused: %2 %3</source>
        <translation>%1: 취소 거부: %2 %3</translation>
    </message>
    <message>
        <source>%1: the answer to the cancel was lost</source>
        <translation>%1: 취소 응답을 잃음</translation>
    </message>
    <message>
        <source>%1: exit escalated, step %2</source>
        <translation>%1: 청산 단계 올림, %2단계</translation>
    </message>
    <message>
        <source>%1: exit not filled for %2 s</source>
        <translation>%1: 청산이 %2초째 체결되지 않음</translation>
    </message>
    <message>
        <source>%1 rests at the daily limit without buyers</source>
        <translation>%1 매수 없이 하한가에 대기</translation>
    </message>
    <message>
        <source>%1: event %3 does not fit the state %2</source>
        <translation>%1: 상태 %2에 맞지 않는 사건 %3</translation>
    </message>
    <message>
        <source>%1 was placed outside this program, number %2</source>
        <translation>%1 외부 주문, 주문번호 %2</translation>
    </message>
    <message>
        <source>%1: %2 shares in the books, %3 at the broker</source>
        <translation>%1: 장부 %2주, 증권사 %3주</translation>
    </message>
    <message>
        <source>%1: books corrected from %2 to %3 shares</source>
        <translation>%1: 장부를 %2주에서 %3주로 고침</translation>
    </message>
    <message>
        <source>%1: %2 shares found that this program did not buy</source>
        <translation>%1: 이 프로그램이 사지 않은 %2주 발견</translation>
    </message>
    <message>
        <source>Reconciled with the broker: %1 orders, %2 holdings</source>
        <translation>증권사와 대사 완료: 주문 %1건, 잔고 %2종목</translation>
    </message>
    <message>
        <source>Could not reconcile with the broker: %1</source>
        <translation>증권사와 대사하지 못함: %1</translation>
    </message>
    <message>
        <source>%1 frozen for buys: %2</source>
        <translation>%1 매수 동결: %2</translation>
    </message>
    <message>
        <source>%1 free again: %2 is over</source>
        <translation>%1 동결 해제: %2 끝남</translation>
    </message>
    <message>
        <source>Gate %2: %1 (%3)</source>
        <translation>관문 %2: %1 (%3)</translation>
    </message>
    <message>
        <source>Gate cause over: %1</source>
        <translation>관문 원인 해소: %1</translation>
    </message>
    <message>
        <source>Kill level raised to %1</source>
        <translation>비상정지 %1</translation>
    </message>
    <message>
        <source>Kill level %1 released</source>
        <translation>비상정지 해제: %1</translation>
    </message>
    <message>
        <source>Armed until %1</source>
        <translation>주문 개시, %1까지</translation>
    </message>
    <message>
        <source>Disarmed: %1</source>
        <translation>주문 중지: %1</translation>
    </message>
    <message>
        <source>Order ledger slow: %1 ms</source>
        <translation>주문 원장 느림: %1 ms</translation>
    </message>
    <message>
        <source>Order ledger failed: %1</source>
        <translation>주문 원장 실패: %1</translation>
    </message>
    <message>
        <source>Damaged order ledger set aside: %1</source>
        <translation>손상된 주문 원장을 격리함: %1</translation>
    </message>
    <message>
        <source>Unreadable execution notices: %1</source>
        <translation>읽을 수 없는 체결통보: %1</translation>
    </message>
    <message>
        <source>The clock jumped by %1 s (sleep or stop)</source>
        <translation>시계가 %1초 뜀(절전이나 중단)</translation>
    </message>
    <message>
        <source>The clock is %1 ms off the broker&apos;s</source>
        <translation>시계가 증권사와 %1 ms 다름</translation>
    </message>
    <message>
        <source>Nothing was sent; read the check in the ticket and change the order.</source>
        <translation>보내지 않았습니다. 주문 창의 점검을 읽고 주문을 고치세요.</translation>
    </message>
    <message>
        <source>The broker cannot have it; place it again if still wanted.</source>
        <translation>증권사에 없는 주문입니다. 필요하면 다시 내세요.</translation>
    </message>
    <message>
        <source>Nothing was filled; read the reason, change the order.</source>
        <translation>체결되지 않았습니다. 사유를 읽고 주문을 고치세요.</translation>
    </message>
    <message>
        <source>Never place it again: it is being looked for at the broker.</source>
        <translation>다시 내지 마세요. 증권사에서 찾고 있습니다.</translation>
    </message>
    <message>
        <source>Choose the right one in the orders; compare with the HTS.</source>
        <translation>HTS와 비교해 주문내역에서 맞는 것을 고르세요.</translation>
    </message>
    <message>
        <source>It is watched until the complete list of the day; do not place it again.</source>
        <translation>하루 전체 목록까지 지켜봅니다. 다시 내지 마세요.</translation>
    </message>
    <message>
        <source>It works after all; cancel it if it is no longer wanted.</source>
        <translation>결국 접수되었습니다. 필요 없으면 취소하세요.</translation>
    </message>
    <message>
        <source>Nothing was bought or sold.</source>
        <translation>사거나 판 것이 없습니다.</translation>
    </message>
    <message>
        <source>The order may still work; the broker&apos;s list is read.</source>
        <translation>주문이 살아 있을 수 있습니다. 증권사 목록을 읽습니다.</translation>
    </message>
    <message>
        <source>Asked again by itself; the order may still fill.</source>
        <translation>저절로 다시 확인합니다. 아직 체결될 수 있습니다.</translation>
    </message>
    <message>
        <source>The exit goes on by itself; watch the position.</source>
        <translation>청산은 저절로 계속됩니다. 잔고를 지켜보세요.</translation>
    </message>
    <message>
        <source>Watch the position; sell by hand at another price if needed.</source>
        <translation>잔고를 지켜보고 필요하면 다른 가격에 직접 매도하세요.</translation>
    </message>
    <message>
        <source>Nobody buys at the limit; the sale waits there.</source>
        <translation>하한가에 매수가 없습니다. 매도가 그 자리에서 기다립니다.</translation>
    </message>
    <message>
        <source>The books are compared with the broker; nothing to do.</source>
        <translation>장부를 증권사와 대사합니다. 할 일이 없습니다.</translation>
    </message>
    <message>
        <source>Shown and never managed; it counts against cash and exposure.</source>
        <translation>보여 주기만 하고 관리하지 않습니다. 현금과 노출에는 포함됩니다.</translation>
    </message>
    <message>
        <source>Compare with the HTS, then accept the holding in the positions.</source>
        <translation>HTS와 비교한 뒤 잔고에서 인정하세요.</translation>
    </message>
    <message>
        <source>It counts in equity; nothing automatic sells it.</source>
        <translation>총자산에 포함됩니다. 자동으로 팔지 않습니다.</translation>
    </message>
    <message>
        <source>Repeated by itself; nothing opens meanwhile.</source>
        <translation>저절로 되풀이합니다. 그동안 진입은 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is bought of it; exits go on.</source>
        <translation>이 종목은 사지 않습니다. 청산은 계속됩니다.</translation>
    </message>
    <message>
        <source>Click the gate in the top bar: it tells what to do.</source>
        <translation>위쪽 막대의 관문을 누르면 할 일이 나옵니다.</translation>
    </message>
    <message>
        <source>Release it in the top bar when you have looked.</source>
        <translation>확인한 뒤 위쪽 막대에서 해제하세요.</translation>
    </message>
    <message>
        <source>Nothing opens; arm again in the top bar.</source>
        <translation>진입이 없습니다. 위쪽 막대에서 다시 개시하세요.</translation>
    </message>
    <message>
        <source>Check the disk; orders wait for it.</source>
        <translation>디스크를 확인하세요. 주문이 기다립니다.</translation>
    </message>
    <message>
        <source>No order leaves; check disk and free space, then start again.</source>
        <translation>주문이 나가지 않습니다. 디스크와 여유 공간을 확인하고 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Compare with the HTS, then confirm in the gate list.</source>
        <translation>HTS와 비교한 뒤 관문 목록에서 확인하세요.</translation>
    </message>
    <message>
        <source>Fills are read from the broker&apos;s list instead.</source>
        <translation>체결은 증권사 목록에서 읽습니다.</translation>
    </message>
    <message>
        <source>All ages are void; the books are compared with the broker.</source>
        <translation>모든 신선도를 무효로 하고 증권사와 대사합니다.</translation>
    </message>
    <message>
        <source>Switch on time synchronisation.</source>
        <translation>시간 동기화를 켜세요.</translation>
    </message>
    <message>
        <source>%1: buy %2 shares at %3</source>
        <translation>%1: %2주 %3에 매수</translation>
    </message>
    <message>
        <source>%1: sell %2 shares, decided at %3</source>
        <translation>%1: %2주 매도, 판단가 %3</translation>
    </message>
    <message>
        <source>%1 would act, but no order may leave: %2</source>
        <translation>%1이(가) 작동했으나 주문을 낼 수 없음: %2</translation>
    </message>
    <message>
        <source>Guard fired: %1, equity %2 won</source>
        <translation>가드 작동: %1, 총자산 %2원</translation>
    </message>
    <message>
        <source>Pyramiding: %1 → %2</source>
        <translation>피라미딩: %1 → %2</translation>
    </message>
    <message>
        <source>Override of the add ended: %1</source>
        <translation>추가매수 지정 종료: %1</translation>
    </message>
    <message>
        <source>Shadow sold by %1: the rules %2 won, your hand %3 won</source>
        <translation>그림자 포지션 %1로 매도: 규칙 %2원, 실제 %3원</translation>
    </message>
    <message>
        <source>Act by hand if you want it, or remove what holds it back.</source>
        <translation>원하면 직접 주문하거나 막는 원인을 없애십시오.</translation>
    </message>
    <message>
        <source>Click the guard in the top bar to see why and to reset it.</source>
        <translation>상단의 가드를 눌러 이유를 보고 해제하십시오.</translation>
    </message>
    <message>
        <source>The record of the day: %1</source>
        <translation>하루 기록: %1</translation>
    </message>
    <message>
        <source>The day is recorded again; lost meanwhile: %1</source>
        <translation>하루 기록 재개, 그 사이 누락: %1</translation>
    </message>
    <message>
        <source>Trading goes on; the day&apos;s record may have a hole. Check the disk, or the server of records.database_url.</source>
        <translation>매매는 계속됩니다. 하루 기록에 빈 구간이 생길 수 있으니 디스크나 records.database_url 서버를 확인하십시오.</translation>
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
    <message>
        <source>Ladder</source>
        <translation>호가창</translation>
    </message>
    <message>
        <source>Order ticket</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>주문내역</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>잔고</translation>
    </message>
    <message>
        <source>Trading keys</source>
        <translation>주문 단축키</translation>
    </message>
    <message>
        <source>Switched on for this session</source>
        <translation>이번 실행 동안 켜기</translation>
    </message>
    <message>
        <source>Disarm the session</source>
        <translation>주문 중지</translation>
    </message>
    <message>
        <source>Nothing opens any more; exits, cancels and hand sales go on.</source>
        <translation>새 진입은 없고 청산·취소·수동 매도는 계속됩니다.</translation>
    </message>
    <message>
        <source>Disarm</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Pyramiding</source>
        <translation>피라미딩</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>판단</translation>
    </message>
    <message>
        <source>Restore the records...</source>
        <translation>기록 복원…</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>소리</translation>
    </message>
</context>
<context>
    <name>ui::MoneyBar</name>
    <message>
        <source>Cash %1 won
Reserved by open buys %2 won
Can be bought %3 won
Costs today %4 won
Balance of %5</source>
        <translation>예수금 %1원
미체결 매수 증거금 %2원
매수가능 %3원
오늘 비용 %4원
잔고 기준 %5</translation>
    </message>
    <message>
        <source>Uncertain (%1): nothing opens</source>
        <translation>불확실(%1): 진입하지 않음</translation>
    </message>
    <message>
        <source>Day return uncertain: %1</source>
        <translation>당일 수익률 불확실: %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>%1까지</translation>
    </message>
    <message>
        <source>Gate: %1</source>
        <translation>관문: %1</translation>
    </message>
    <message>
        <source>Nothing closes the gate</source>
        <translation>관문을 닫는 원인 없음</translation>
    </message>
    <message>
        <source>%1: unlock…</source>
        <translation>%1: 잠금 해제…</translation>
    </message>
    <message>
        <source>%1: release…</source>
        <translation>%1: 해제…</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>총자산</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>당일손익</translation>
    </message>
    <message>
        <source>Net of all costs, against the start of the day</source>
        <translation>모든 비용을 뺀, 하루 시작 대비 손익</translation>
    </message>
    <message>
        <source>Realised</source>
        <translation>실현손익</translation>
    </message>
    <message>
        <source>Of shares sold today, net</source>
        <translation>오늘 매도분, 비용 차감</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>예수금</translation>
    </message>
    <message>
        <source>Buyable</source>
        <translation>매수가능</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>비상정지</translation>
    </message>
    <message>
        <source>At once: no new buys, all open buys cancelled (Ctrl+Shift+K)</source>
        <translation>즉시: 새 매수 중지, 미체결 매수 전부 취소(Ctrl+Shift+K)</translation>
    </message>
    <message>
        <source>Flatten and lock</source>
        <translation>전량청산·잠금</translation>
    </message>
    <message>
        <source>Sell everything and lock, after a dialog (Ctrl+Shift+F)</source>
        <translation>확인 창을 거쳐 전량 매도하고 잠금(Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>Day return against the guard</source>
        <translation>가드 대비 당일 수익률</translation>
    </message>
    <message>
        <source>−%1 no new buys · −%2 sells everything automatic · +%3 arms the trail (−%4 from the peak) · +%5 no new buys</source>
        <translation>−%1 신규 매수 중지 · −%2 자동 포지션 전량 매도 · +%3 트레일 시작 (고점 −%4) · +%5 신규 매수 중지</translation>
    </message>
    <message>
        <source>Trail fires at or below %1 won</source>
        <translation>총자산 %1원 이하에서 트레일 작동</translation>
    </message>
    <message>
        <source>%1 fired at %2, equity %3 won</source>
        <comment>guard rule, time, equity</comment>
        <translation>%1 %2 작동, 총자산 %3원</translation>
    </message>
    <message>
        <source> (reset by you)</source>
        <translation> (직접 해제함)</translation>
    </message>
    <message>
        <source>Click, or Enter, to reset</source>
        <translation>누르거나 Enter로 해제</translation>
    </message>
    <message>
        <source>Paused until %1 after %2 losses in a row</source>
        <translation>%2연속 손실로 %1까지 멈춤</translation>
    </message>
    <message>
        <source>Auto: %1</source>
        <translation>자동: %1</translation>
    </message>
    <message>
        <source>Automatic trading of all symbols</source>
        <translation>전 종목 자동매매</translation>
    </message>
    <message>
        <source>Master switch of automatic trading; no symbol does more than this</source>
        <translation>자동매매 총괄 스위치. 어떤 종목도 이보다 더 하지 않음</translation>
    </message>
</context>
<context>
    <name>ui::OrderSender</name>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>No data from the desk yet</source>
        <translation>아직 데이터 없음</translation>
    </message>
    <message>
        <source>No orders in this mode</source>
        <translation>이 모드에서는 주문할 수 없음</translation>
    </message>
    <message>
        <source>Not armed: no order leaves</source>
        <translation>주문 잠김: 주문이 나가지 않음</translation>
    </message>
    <message>
        <source>%1

This is a live order with real money. Send it?</source>
        <translation>%1

실제 돈이 나가는 실전 주문입니다. 보낼까요?</translation>
    </message>
    <message>
        <source>%1

This is more than 30 % of the day&apos;s order limit. Send it?</source>
        <translation>%1

하루 주문 한도의 30 %를 넘습니다. 보낼까요?</translation>
    </message>
    <message>
        <source>Send the order?</source>
        <translation>주문을 보낼까요?</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>%1 %2, %3 shares, %4 won</source>
        <comment>side, name, quantity, amount</comment>
        <translation>%2 %3주 %1 · %4원</translation>
    </message>
</context>
<context>
    <name>ui::OrderTicket</name>
    <message>
        <source>This share of what can be bought</source>
        <translation>매수가능 금액의 이만큼</translation>
    </message>
    <message>
        <source>This share of what can be sold</source>
        <translation>매도가능 수량의 이만큼</translation>
    </message>
    <message>
        <source>Choose a symbol</source>
        <translation>종목을 고르세요</translation>
    </message>
    <message>
        <source>Enter a quantity</source>
        <translation>수량을 입력하세요</translation>
    </message>
    <message>
        <source>Enter a price</source>
        <translation>가격을 입력하세요</translation>
    </message>
    <message>
        <source>The gate is being asked…</source>
        <translation>관문에 묻는 중…</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>check id, name, what to do</comment>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>The gate does not let it pass</source>
        <translation>관문이 통과시키지 않습니다</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>주문 유형</translation>
    </message>
    <message>
        <source>How long the order stands</source>
        <translation>주문 조건</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>매수1</translation>
    </message>
    <message>
        <source>Take the best bid as price</source>
        <translation>매수1호가를 가격으로</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>매도1</translation>
    </message>
    <message>
        <source>Take the best ask as price</source>
        <translation>매도1호가를 가격으로</translation>
    </message>
    <message>
        <source>Keep this symbol</source>
        <translation>종목 고정</translation>
    </message>
    <message>
        <source>Keep this symbol when another is selected</source>
        <translation>다른 종목을 골라도 이 종목 유지</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>주문금액</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>수수료</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>거래세</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>손익분기</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>손절가</translation>
    </message>
    <message>
        <source>Loss at stop</source>
        <translation>손절 시 손실</translation>
    </message>
    <message>
        <source>Cash after</source>
        <translation>주문 후 현금</translation>
    </message>
    <message>
        <source>Most shares</source>
        <translation>최대 수량</translation>
    </message>
    <message>
        <source>Checks of the gate</source>
        <translation>관문 점검</translation>
    </message>
</context>
<context>
    <name>ui::OrderWords</name>
    <message>
        <source>Buy</source>
        <translation>매수</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>매도</translation>
    </message>
    <message>
        <source>Limit</source>
        <comment>order type</comment>
        <translation>지정가</translation>
    </message>
    <message>
        <source>Market</source>
        <comment>order type</comment>
        <translation>시장가</translation>
    </message>
    <message>
        <source>Best</source>
        <comment>order type: best opposite price as limit</comment>
        <translation>최유리</translation>
    </message>
    <message>
        <source>Day</source>
        <comment>time in force</comment>
        <translation>당일</translation>
    </message>
    <message>
        <source>Hand</source>
        <comment>order origin</comment>
        <translation>수동</translation>
    </message>
    <message>
        <source>Entry</source>
        <comment>order origin</comment>
        <translation>진입</translation>
    </message>
    <message>
        <source>Add</source>
        <comment>order origin: pyramiding</comment>
        <translation>추가</translation>
    </message>
    <message>
        <source>Wave</source>
        <comment>order origin</comment>
        <translation>파동</translation>
    </message>
    <message>
        <source>Exit</source>
        <comment>order origin</comment>
        <translation>청산</translation>
    </message>
    <message>
        <source>Guard</source>
        <comment>order origin</comment>
        <translation>가드</translation>
    </message>
    <message>
        <source>End of day</source>
        <comment>order origin</comment>
        <translation>마감청산</translation>
    </message>
    <message>
        <source>Flatten</source>
        <comment>order origin</comment>
        <translation>전량청산</translation>
    </message>
    <message>
        <source>Denied</source>
        <comment>order state</comment>
        <translation>관문 거부</translation>
    </message>
    <message>
        <source>Sending</source>
        <comment>order state</comment>
        <translation>전송 중</translation>
    </message>
    <message>
        <source>Not sent</source>
        <comment>order state</comment>
        <translation>미전송</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>order state</comment>
        <translation>미확정</translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <comment>order state</comment>
        <translation>모호</translation>
    </message>
    <message>
        <source>Absent, watched</source>
        <comment>order state</comment>
        <translation>부재 감시</translation>
    </message>
    <message>
        <source>Working</source>
        <comment>order state</comment>
        <translation>접수</translation>
    </message>
    <message>
        <source>Partly filled</source>
        <comment>order state</comment>
        <translation>부분체결</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <comment>order state</comment>
        <translation>취소 중</translation>
    </message>
    <message>
        <source>Cancel unknown</source>
        <comment>order state</comment>
        <translation>취소 미확정</translation>
    </message>
    <message>
        <source>Amending</source>
        <comment>order state</comment>
        <translation>정정 중</translation>
    </message>
    <message>
        <source>Amend unknown</source>
        <comment>order state</comment>
        <translation>정정 미확정</translation>
    </message>
    <message>
        <source>Filled</source>
        <comment>order state</comment>
        <translation>체결</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>order state</comment>
        <translation>취소</translation>
    </message>
    <message>
        <source>Rest refused</source>
        <comment>order state</comment>
        <translation>잔량 거부</translation>
    </message>
    <message>
        <source>Rejected</source>
        <comment>order state</comment>
        <translation>거부</translation>
    </message>
    <message>
        <source>Never accepted</source>
        <comment>order state</comment>
        <translation>미접수 확정</translation>
    </message>
    <message>
        <source>Expired</source>
        <comment>order state</comment>
        <translation>만료</translation>
    </message>
    <message>
        <source>External (HTS)</source>
        <comment>order state</comment>
        <translation>외부(HTS)</translation>
    </message>
    <message>
        <source>The gate refused it; nothing was sent.</source>
        <translation>관문이 거부했습니다. 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>Written down and being sent; the broker has not answered yet.</source>
        <translation>기록하고 보내는 중입니다. 증권사 응답 전입니다.</translation>
    </message>
    <message>
        <source>Not one byte left this machine; the broker cannot have it.</source>
        <translation>한 바이트도 나가지 않았습니다. 증권사에 없습니다.</translation>
    </message>
    <message>
        <source>Sent, but the answer was lost: the broker may have it. It is looked for in the broker&apos;s list and never sent again.</source>
        <translation>보냈지만 응답을 잃었습니다. 증권사에 있을 수 있어 목록에서 찾으며 다시 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Several of the broker&apos;s orders fit. Choose the right one.</source>
        <translation>증권사 주문 여러 건이 맞습니다. 맞는 것을 고르세요.</translation>
    </message>
    <message>
        <source>The broker&apos;s list does not have it so far; it is watched until the complete list of the day.</source>
        <translation>아직 증권사 목록에 없습니다. 하루 전체 목록까지 지켜봅니다.</translation>
    </message>
    <message>
        <source>Accepted by the broker and waiting in the book.</source>
        <translation>증권사가 접수해 호가에서 기다립니다.</translation>
    </message>
    <message>
        <source>A part is filled, the rest waits in the book.</source>
        <translation>일부 체결, 나머지는 호가에서 기다립니다.</translation>
    </message>
    <message>
        <source>The cancel is on its way; fills may still come first.</source>
        <translation>취소를 보냈습니다. 먼저 체결될 수 있습니다.</translation>
    </message>
    <message>
        <source>The answer to the cancel was lost; the broker&apos;s list is asked.</source>
        <translation>취소 응답을 잃어 증권사 목록을 조회합니다.</translation>
    </message>
    <message>
        <source>The new price is on its way; fills may still come first.</source>
        <translation>정정을 보냈습니다. 먼저 체결될 수 있습니다.</translation>
    </message>
    <message>
        <source>The answer to the amendment was lost; the broker&apos;s list is asked.</source>
        <translation>정정 응답을 잃어 증권사 목록을 조회합니다.</translation>
    </message>
    <message>
        <source>All shares are filled, by the broker&apos;s totals.</source>
        <translation>증권사 집계로 전량 체결되었습니다.</translation>
    </message>
    <message>
        <source>Cancelled; what was filled before stays.</source>
        <translation>취소되었습니다. 그 전 체결은 남습니다.</translation>
    </message>
    <message>
        <source>A part was filled, the rest was refused.</source>
        <translation>일부 체결되고 나머지는 거부되었습니다.</translation>
    </message>
    <message>
        <source>The broker or the exchange refused it; nothing was filled.</source>
        <translation>증권사나 거래소가 거부했습니다. 체결 없음.</translation>
    </message>
    <message>
        <source>The complete list of the day does not have it.</source>
        <translation>하루 전체 목록에 없습니다.</translation>
    </message>
    <message>
        <source>Ended with the session, confirmed by the list of the day.</source>
        <translation>장 종료로 끝났고 하루 목록으로 확인했습니다.</translation>
    </message>
    <message>
        <source>Placed outside this program (HTS, MTS); shown and never managed.</source>
        <translation>이 프로그램 밖(HTS, MTS)에서 낸 주문입니다. 보여 주기만 합니다.</translation>
    </message>
    <message>
        <source>Waiting for the broker&apos;s answer</source>
        <translation>증권사 응답 대기</translation>
    </message>
    <message>
        <source>Looking in the broker&apos;s list, next look in %1</source>
        <translation>증권사 목록 조회 중, 다음 조회 %1 뒤</translation>
    </message>
    <message>
        <source>Looking in the broker&apos;s list</source>
        <translation>증권사 목록 조회 중</translation>
    </message>
    <message>
        <source>Watching until the day&apos;s list, next look in %1</source>
        <translation>하루 목록까지 감시, 다음 조회 %1 뒤</translation>
    </message>
    <message>
        <source>Watching until the day&apos;s list</source>
        <translation>하루 목록까지 감시</translation>
    </message>
    <message>
        <source>Waiting for your choice</source>
        <translation>선택을 기다리는 중</translation>
    </message>
    <message>
        <source>Cancelling the rest</source>
        <translation>잔량 취소 중</translation>
    </message>
    <message>
        <source>Cancel repeated in %1</source>
        <translation>%1 뒤 취소 재시도</translation>
    </message>
    <message>
        <source>Repeating the cancel</source>
        <translation>취소 재시도 중</translation>
    </message>
    <message>
        <source>At the daily limit without buyers; one order rests there</source>
        <translation>매수 없는 하한가, 주문 하나가 대기 중</translation>
    </message>
    <message>
        <source>Reason not recognised; the code is frozen until you have looked.</source>
        <translation>알 수 없는 사유입니다. 확인할 때까지 종목을 동결합니다.</translation>
    </message>
    <message>
        <source>The price is not on a valid step.</source>
        <translation>가격이 호가단위에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The price is outside the limits of the day.</source>
        <translation>가격이 상·하한가 밖입니다.</translation>
    </message>
    <message>
        <source>Not enough buying power at the broker.</source>
        <translation>증권사 매수가능금액이 부족합니다.</translation>
    </message>
    <message>
        <source>More than the broker lets us sell.</source>
        <translation>매도가능 수량을 넘습니다.</translation>
    </message>
    <message>
        <source>No market orders are taken now.</source>
        <translation>지금은 시장가 주문을 받지 않습니다.</translation>
    </message>
    <message>
        <source>The session does not take this order now.</source>
        <translation>지금 장 구간에서 받지 않는 주문입니다.</translation>
    </message>
    <message>
        <source>The exchange is closed today.</source>
        <translation>오늘은 휴장입니다.</translation>
    </message>
    <message>
        <source>Trading of the issue is halted.</source>
        <translation>거래정지 종목입니다.</translation>
    </message>
    <message>
        <source>The broker does not take orders for this issue.</source>
        <translation>증권사가 이 종목의 주문을 받지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing was left to amend or cancel.</source>
        <translation>정정·취소할 잔량이 없습니다.</translation>
    </message>
    <message>
        <source>The broker did not find the order to amend or cancel.</source>
        <translation>정정·취소할 원주문이 증권사에 없습니다.</translation>
    </message>
    <message>
        <source>It would have traded with an order of ours.</source>
        <translation>내 주문과 체결될 주문이었습니다.</translation>
    </message>
    <message>
        <source>Too many requests in a second; it was not executed.</source>
        <translation>초당 요청이 너무 많아 실행되지 않았습니다.</translation>
    </message>
    <message>
        <source>The access token was not valid; it was not executed.</source>
        <translation>접근토큰이 유효하지 않아 실행되지 않았습니다.</translation>
    </message>
    <message>
        <source>Account or keys do not fit; check the secrets file.</source>
        <translation>계좌나 키가 맞지 않습니다. 비밀 파일을 확인하세요.</translation>
    </message>
    <message>
        <source>Base</source>
        <comment>position owner</comment>
        <translation>기본</translation>
    </message>
    <message>
        <source>Wave</source>
        <comment>position owner</comment>
        <translation>파동</translation>
    </message>
    <message>
        <source>Manual</source>
        <comment>position owner</comment>
        <translation>수동</translation>
    </message>
    <message>
        <source>Restored</source>
        <comment>position owner</comment>
        <translation>복원</translation>
    </message>
    <message>
        <source>External</source>
        <comment>position owner</comment>
        <translation>외부</translation>
    </message>
    <message>
        <source>On</source>
        <comment>automatic trading of a symbol</comment>
        <translation>켬</translation>
    </message>
    <message>
        <source>Exits only</source>
        <comment>automatic trading of a symbol</comment>
        <translation>청산만</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>automatic trading of a symbol</comment>
        <translation>끔</translation>
    </message>
    <message>
        <source>Exits</source>
        <comment>automatic trading of a symbol, short</comment>
        <translation>청산</translation>
    </message>
</context>
<context>
    <name>ui::OrdersModel</name>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>종목명</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>체결</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>잔량</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>평균가</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>What is being done</source>
        <translation>조치</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Looking in the broker&apos;s list, next look in 3.0 s</source>
        <comment>widest care</comment>
        <translation>증권사 목록 조회 중, 다음 조회 3.0 s 뒤</translation>
    </message>
</context>
<context>
    <name>ui::OrdersPanel</name>
    <message>
        <source>Working</source>
        <translation>미체결</translation>
    </message>
    <message>
        <source>All of today</source>
        <translation>오늘 전체</translation>
    </message>
    <message>
        <source>Which orders are shown</source>
        <translation>보일 주문</translation>
    </message>
    <message>
        <source>Filter by code or name</source>
        <translation>코드나 종목명으로 거르기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Cancel the rest of the chosen order (Delete)</source>
        <translation>고른 주문의 잔량 취소(Delete)</translation>
    </message>
    <message>
        <source>Amend…</source>
        <translation>정정…</translation>
    </message>
    <message>
        <source>Give the chosen order another price</source>
        <translation>고른 주문의 가격 정정</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>판정…</translation>
    </message>
    <message>
        <source>Say which of the broker&apos;s orders the chosen one is</source>
        <translation>고른 주문이 증권사의 어느 주문인지 판정</translation>
    </message>
    <message>
        <source>Cancel symbol</source>
        <translation>종목 취소</translation>
    </message>
    <message>
        <source>Cancel all working orders of this symbol</source>
        <translation>이 종목의 미체결 전부 취소</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>전체 취소</translation>
    </message>
    <message>
        <source>Cancel all working orders of all symbols</source>
        <translation>모든 종목의 미체결 전부 취소</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>CSV로 내보내기</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>주문내역</translation>
    </message>
</context>
<context>
    <name>ui::PositionsModel</name>
    <message>
        <source>The broker holds another quantity; compare with the HTS.</source>
        <translation>증권사 잔고 수량이 다릅니다. HTS와 비교하세요.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>종목명</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>소유</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Sellable</source>
        <translation>매도가능</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>평균가</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>현재가</translation>
    </message>
    <message>
        <source>Net P&amp;L</source>
        <translation>평가손익</translation>
    </message>
    <message>
        <source>Net %</source>
        <translation>수익률</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>손익분기</translation>
    </message>
    <message>
        <source>Realised today</source>
        <translation>당일실현</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>불일치</translation>
    </message>
    <message>
        <source>broker: %1</source>
        <comment>shares, where they differ</comment>
        <translation>증권사 %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>손절</translation>
    </message>
    <message>
        <source>To stop</source>
        <comment>column: distance</comment>
        <translation>손절까지</translation>
    </message>
    <message>
        <source>Trailing</source>
        <translation>트레일링</translation>
    </message>
    <message>
        <source>Pyramiding</source>
        <translation>피라미딩</translation>
    </message>
    <message>
        <source>selling: %1</source>
        <comment>exit rule</comment>
        <translation>매도 중: %1</translation>
    </message>
    <message>
        <source>Held</source>
        <comment>column: time held</comment>
        <translation>보유</translation>
    </message>
    <message>
        <source>Time exit in</source>
        <comment>column: time left</comment>
        <translation>시간청산</translation>
    </message>
</context>
<context>
    <name>ui::PositionsPanel</name>
    <message>
        <source>Sell %1 shares at market</source>
        <translation>%1주를 시장가로 매도</translation>
    </message>
    <message>
        <source>Sell %1 %</source>
        <comment>percent</comment>
        <translation>매도 %1 %</translation>
    </message>
    <message>
        <source>Sell this part of what is sellable, at market</source>
        <translation>매도가능 수량의 이만큼을 시장가로 매도</translation>
    </message>
    <message>
        <source>Holding differs</source>
        <translation>잔고 불일치</translation>
    </message>
    <message>
        <source>%1 %2: the books have %3 shares, the broker %4.

Compare with the HTS. Accepting makes the broker&apos;s figure the truth: the difference counts as not bought or sold by this program.</source>
        <translation>%1 %2: 장부 %3주, 증권사 %4주.

HTS와 비교하세요. 인정하면 증권사 수량이 기준이 되고 차이는 이 프로그램이 사거나 팔지 않은 것으로 봅니다.</translation>
    </message>
    <message>
        <source>Accept the broker&apos;s figure</source>
        <translation>증권사 수량 인정</translation>
    </message>
    <message>
        <source>Filter by code or name</source>
        <translation>코드나 종목명으로 거르기</translation>
    </message>
    <message>
        <source>Chart and ladder</source>
        <translation>차트·호가</translation>
    </message>
    <message>
        <source>Show the symbol in chart and ladder (double click)</source>
        <translation>차트와 호가창에 이 종목 보기(더블 클릭)</translation>
    </message>
    <message>
        <source>Differs…</source>
        <translation>불일치…</translation>
    </message>
    <message>
        <source>The broker holds another quantity; look and decide</source>
        <translation>증권사 수량이 다릅니다. 보고 결정하세요</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>CSV로 내보내기</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>잔고</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>손절…</translation>
    </message>
    <message>
        <source>Move the stop of the chosen position</source>
        <translation>선택한 포지션의 손절가 이동</translation>
    </message>
    <message>
        <source>Auto…</source>
        <translation>자동…</translation>
    </message>
    <message>
        <source>Automatic trading of the chosen position</source>
        <translation>선택한 포지션의 자동매매</translation>
    </message>
    <message>
        <source>Sold</source>
        <comment>filter: sold again today</comment>
        <translation>매도분</translation>
    </message>
    <message>
        <source>Also what was sold again today</source>
        <translation>오늘 다시 판 종목도 보기</translation>
    </message>
</context>
<context>
    <name>ui::PyramidPanel</name>
    <message>
        <source>No add can be approved in this state</source>
        <translation>이 상태에서는 추가매수를 승인할 수 없음</translation>
    </message>
    <message>
        <source>Let the add go against P2 to P8 for a short time (Ctrl+Enter)</source>
        <translation>잠시 P2~P8을 면제하고 추가매수 허용 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Blocked: %1</source>
        <translation>차단: %1</translation>
    </message>
    <message>
        <source>Approved for %1 more: %2</source>
        <comment>countdown, reason</comment>
        <translation>승인 %1 남음: %2</translation>
    </message>
    <message>
        <source>Nothing is held. The first position shows its pattern here.</source>
        <translation>보유 종목이 없습니다. 첫 포지션의 패턴이 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>Held symbols</source>
        <translation>보유 종목</translation>
    </message>
    <message>
        <source>Stages of the pattern</source>
        <translation>패턴 단계</translation>
    </message>
    <message>
        <source>Conditions P1 to P12</source>
        <translation>조건 P1~P12</translation>
    </message>
    <message>
        <source>H</source>
        <comment>leg high</comment>
        <translation>H</translation>
    </message>
    <message>
        <source>High of the leg</source>
        <translation>상승 고점</translation>
    </message>
    <message>
        <source>L</source>
        <comment>pull-back low</comment>
        <translation>L</translation>
    </message>
    <message>
        <source>Low of the pull-back</source>
        <translation>눌림목 저점</translation>
    </message>
    <message>
        <source>Depth</source>
        <comment>of the pull-back now</comment>
        <translation>눌림</translation>
    </message>
    <message>
        <source>How far the last price is under H</source>
        <translation>H 대비 현재가 하락률</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>현재가</translation>
    </message>
    <message>
        <source>Near misses</source>
        <translation>근접 탈락</translation>
    </message>
    <message>
        <source>How often one condition alone said no</source>
        <translation>한 조건만 거부한 횟수</translation>
    </message>
    <message>
        <source>The rules decide</source>
        <translation>규칙이 판단</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>차단…</translation>
    </message>
    <message>
        <source>No add to this position (Ctrl+B)</source>
        <translation>이 포지션 추가매수 금지 (Ctrl+B)</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>승인…</translation>
    </message>
    <message>
        <source>Armed: %1</source>
        <translation>패턴 중 청산: %1</translation>
    </message>
</context>
<context>
    <name>ui::ReleaseDialog</name>
    <message>
        <source>End the kill level</source>
        <translation>비상정지 해제</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>해제</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Type %1 to unlock:</source>
        <translation>해제하려면 %1 입력:</translation>
    </message>
    <message>
        <source>Unlock word</source>
        <translation>해제 단어</translation>
    </message>
</context>
<context>
    <name>ui::ResolveDialog</name>
    <message>
        <source>Which order is it?</source>
        <translation>어느 주문입니까?</translation>
    </message>
    <message>
        <source>Order number at the broker</source>
        <translation>증권사 주문번호</translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation>이 주문이 맞음</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>모두 아님</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>나중에 결정</translation>
    </message>
    <message>
        <source>%1 %2, %3 shares at %4, sent at %5.

The answer was lost and several of the broker&apos;s orders fit. Compare with the order list of the HTS and choose the right one, or say that none of them is this order.</source>
        <translation>%2 %3주 %1, 가격 %4, %5에 전송.

응답을 잃었고 증권사 주문 여러 건이 맞습니다. HTS 주문 목록과 비교해 맞는 주문을 고르거나, 이 주문이 없다고 판정하세요.</translation>
    </message>
    <message>
        <source>Another number, from the HTS</source>
        <translation>HTS에서 확인한 다른 번호</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>체결</translation>
    </message>
    <message>
        <source>Orders of the broker that fit</source>
        <translation>해당될 수 있는 증권사 주문</translation>
    </message>
</context>
<context>
    <name>ui::RestoreDialog</name>
    <message>
        <source>Restore the records</source>
        <translation>기록 복원</translation>
    </message>
    <message>
        <source>There is no backup yet. The closing routine makes one after each trading day.</source>
        <translation>아직 백업이 없습니다. 매 거래일 마감 처리 때 만들어집니다.</translation>
    </message>
    <message>
        <source>The records (bars, trades, summaries) are put back as they were after the chosen day, at the next start. What is there now is kept beside them. The order ledger stays as it is: what happened to orders is true at the broker.</source>
        <translation>다음에 시작할 때 기록(봉, 매매, 결산)을 선택한 날 마감 뒤 상태로 되돌립니다. 지금 기록은 따로 보관합니다. 주문 원장은 그대로 둡니다. 주문의 사실은 증권사에 있기 때문입니다.</translation>
    </message>
    <message>
        <source>Restore at the next start</source>
        <translation>다음 시작 때 복원</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
</context>
<context>
    <name>ui::RuleControl</name>
    <message>
        <source>all symbols</source>
        <translation>전 종목</translation>
    </message>
    <message>
        <source>Reset the guard</source>
        <translation>가드 해제</translation>
    </message>
    <message>
        <source>Fired: %1.

After the reset buying goes on, and these rules do not fire again today.</source>
        <translation>작동: %1.

해제하면 매수가 재개되며 이 규칙은 오늘 다시 작동하지 않습니다.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>해제</translation>
    </message>
</context>
<context>
    <name>ui::RuleItem</name>
    <message>
        <source>Leg from</source>
        <translation>상승 시작</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>평단</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>진입</translation>
    </message>
</context>
<context>
    <name>ui::RuleWords</name>
    <message>
        <source>sells</source>
        <comment>an exit&apos;s condition</comment>
        <translation>매도</translation>
    </message>
    <message>
        <source>waits</source>
        <comment>an exit&apos;s condition</comment>
        <translation>대기</translation>
    </message>
    <message>
        <source>Screener</source>
        <translation>스크리너</translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation>아직 실행 안 됨</translation>
    </message>
    <message>
        <source>not in the list</source>
        <translation>목록에 없음</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>%1위</translation>
    </message>
    <message>
        <source>Trade stream</source>
        <translation>체결 수신</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>등록됨</translation>
    </message>
    <message>
        <source>no slot</source>
        <translation>슬롯 없음</translation>
    </message>
    <message>
        <source>Quote stream</source>
        <translation>호가 수신</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>증권사</translation>
    </message>
    <message>
        <source>rises at ≥ %1</source>
        <translation>%1 이상에서 상승</translation>
    </message>
    <message>
        <source>pull-back at ≤ %1</source>
        <translation>%1 이하에서 눌림목</translation>
    </message>
    <message>
        <source>void below %1</source>
        <translation>%1 미만이면 무효</translation>
    </message>
    <message>
        <source>re-break at ≥ %1</source>
        <translation>%1 이상에서 재돌파</translation>
    </message>
    <message>
        <source>judged up to %1</source>
        <translation>%1까지 판정</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <translation>%1 후 종료</translation>
    </message>
    <message>
        <source>new leg above %1</source>
        <translation>%1 초과 시 새 상승</translation>
    </message>
    <message>
        <source>the add order is working</source>
        <translation>추가매수 주문 진행 중</translation>
    </message>
    <message>
        <source>exits now follow the average of both</source>
        <translation>청산은 합산 평균단가 기준</translation>
    </message>
    <message>
        <source>none</source>
        <comment>trailing: wave positions have none</comment>
        <translation>없음</translation>
    </message>
    <message>
        <source>on w %1 peak %2</source>
        <comment>trailing: width, peak</comment>
        <translation>켜짐 폭 %1 고점 %2</translation>
    </message>
    <message>
        <source>armed %1</source>
        <comment>trailing: gain that switches it on</comment>
        <translation>대기 %1</translation>
    </message>
    <message>
        <source>off</source>
        <comment>trailing</comment>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>Time window</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Regular session, inside the hours of adds, no VI, no halt</source>
        <translation>정규장, 추가매수 시간, VI·거래정지 아님</translation>
    </message>
    <message>
        <source>Rise from entry</source>
        <translation>진입 대비 상승</translation>
    </message>
    <message>
        <source>The price is far enough above the entry&apos;s average</source>
        <translation>진입 평균단가보다 충분히 높음</translation>
    </message>
    <message>
        <source>Day-high distance</source>
        <translation>당일고가 거리</translation>
    </message>
    <message>
        <source>Near the session high from before the re-break</source>
        <translation>재돌파 직전 당일고가에 근접</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>스프레드</translation>
    </message>
    <message>
        <source>Best ask minus best bid over their middle</source>
        <translation>최우선 매도·매수호가 차 / 중간값</translation>
    </message>
    <message>
        <source>Bid share</source>
        <translation>매수잔량 비중</translation>
    </message>
    <message>
        <source>Share of the ten bid levels in the whole book</source>
        <translation>10호가 잔량 중 매수 비중</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>거래량</translation>
    </message>
    <message>
        <source>This minute against the mean of the three before</source>
        <translation>현재 1분 / 직전 3분 평균</translation>
    </message>
    <message>
        <source>VWAP distance</source>
        <translation>VWAP 거리</translation>
    </message>
    <message>
        <source>Above the session VWAP, and not too far</source>
        <translation>당일 VWAP 위, 너무 멀지 않음</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>패턴</translation>
    </message>
    <message>
        <source>Rise, pull-back and re-break are complete</source>
        <translation>상승·눌림목·재돌파 완성</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>1일 1회</translation>
    </message>
    <message>
        <source>The symbol has had no add today</source>
        <translation>오늘 추가매수 없음</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>금액 한도</translation>
    </message>
    <message>
        <source>Half the entry, and the position stays within its limit</source>
        <translation>진입의 절반, 포지션 한도 이내</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>현금</translation>
    </message>
    <message>
        <source>Buying power covers the add and its commission</source>
        <translation>매수가능금액이 추가매수와 수수료를 감당</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>관문</translation>
    </message>
    <message>
        <source>Guard, pre-trade gate, automatic state, no open order, no exit</source>
        <translation>가드·주문 관문·자동 상태, 미체결·청산 없음</translation>
    </message>
    <message>
        <source>Automatic trading</source>
        <translation>자동매매</translation>
    </message>
    <message>
        <source>Symbol and master switch are on</source>
        <translation>종목과 총괄 스위치가 켜짐</translation>
    </message>
    <message>
        <source>Regular session, inside the hours of entries, no VI, no halt</source>
        <translation>정규장, 진입 시간, VI·거래정지 아님</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>스크리닝</translation>
    </message>
    <message>
        <source>Eligible in a screening that is new enough</source>
        <translation>최근 스크리닝에서 적격</translation>
    </message>
    <message>
        <source>Fresh data</source>
        <translation>데이터 신선도</translation>
    </message>
    <message>
        <source>A live connection and a price of the last seconds</source>
        <translation>연결 유지, 최근 몇 초의 체결가</translation>
    </message>
    <message>
        <source>Momentum 5</source>
        <translation>모멘텀 5</translation>
    </message>
    <message>
        <source>Change over the last five 1-minute bars</source>
        <translation>최근 1분봉 5개 변화율</translation>
    </message>
    <message>
        <source>Re-buy pause</source>
        <translation>재매수 대기</translation>
    </message>
    <message>
        <source>Time since the last sale of the symbol</source>
        <translation>마지막 매도 후 경과</translation>
    </message>
    <message>
        <source>Open positions</source>
        <translation>보유 포지션 수</translation>
    </message>
    <message>
        <source>Fewer positions than allowed</source>
        <translation>허용 수 미만</translation>
    </message>
    <message>
        <source>No open order</source>
        <translation>미체결 없음</translation>
    </message>
    <message>
        <source>No order of the symbol is working</source>
        <translation>종목의 진행 중 주문 없음</translation>
    </message>
    <message>
        <source>Room to the upper limit</source>
        <translation>상한가 여유</translation>
    </message>
    <message>
        <source>Not close to the daily upper limit</source>
        <translation>상한가에 가깝지 않음</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>The amount buys at least one share</source>
        <translation>금액으로 1주 이상 매수</translation>
    </message>
    <message>
        <source>Guard and pre-trade gate allow the order</source>
        <translation>가드와 주문 관문이 허용</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>총자산</translation>
    </message>
    <message>
        <source>Equity when the guard fired, against its mark</source>
        <translation>가드 작동 시 총자산과 기준</translation>
    </message>
    <message>
        <source>No base position</source>
        <translation>기본 포지션 없음</translation>
    </message>
    <message>
        <source>The wave trades only what the base strategy does not hold</source>
        <translation>기본 전략이 보유하지 않은 종목만</translation>
    </message>
    <message>
        <source>Wave channel</source>
        <translation>파동 채널</translation>
    </message>
    <message>
        <source>A valid channel of enough samples</source>
        <translation>표본이 충분한 유효 채널</translation>
    </message>
    <message>
        <source>At the channel&apos;s bottom</source>
        <translation>채널 하단</translation>
    </message>
    <message>
        <source>The price is within the band above the channel&apos;s low</source>
        <translation>채널 저점 위 대역 이내</translation>
    </message>
    <message>
        <source>Volume spike</source>
        <translation>거래량 급증</translation>
    </message>
    <message>
        <source>None in the channel; one is wanted just after the open</source>
        <translation>채널에서는 없어야 하고 개장 직후에는 있어야 함</translation>
    </message>
    <message>
        <source>used today</source>
        <translation>오늘 사용</translation>
    </message>
    <message>
        <source>free</source>
        <translation>미사용</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>a condition holds</comment>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <comment>a condition fails</comment>
        <translation>아니오</translation>
    </message>
    <message>
        <source>%1: not enough data</source>
        <translation>%1: 데이터 부족</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>condition, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2, needs %3</source>
        <comment>condition, value, limit</comment>
        <translation>%1 %2, 필요 %3</translation>
    </message>
    <message>
        <source>Stop loss</source>
        <translation>손절</translation>
    </message>
    <message>
        <source>ATR cut</source>
        <translation>ATR 손절</translation>
    </message>
    <message>
        <source>Trailing stop</source>
        <translation>트레일링 스톱</translation>
    </message>
    <message>
        <source>Momentum fade</source>
        <translation>모멘텀 둔화</translation>
    </message>
    <message>
        <source>Sideways</source>
        <translation>횡보</translation>
    </message>
    <message>
        <source>Time out</source>
        <translation>시간 초과</translation>
    </message>
    <message>
        <source>Stop loss after the add</source>
        <translation>추가매수 후 손절</translation>
    </message>
    <message>
        <source>Higher low broken</source>
        <translation>저점 이탈</translation>
    </message>
    <message>
        <source>Break-even stop</source>
        <translation>본전 손절</translation>
    </message>
    <message>
        <source>Trailing stop after the add</source>
        <translation>추가매수 후 트레일링</translation>
    </message>
    <message>
        <source>ATR cut after the add</source>
        <translation>추가매수 후 ATR 손절</translation>
    </message>
    <message>
        <source>Wave stop</source>
        <translation>파동 손절</translation>
    </message>
    <message>
        <source>Wave breakout</source>
        <translation>파동 이탈</translation>
    </message>
    <message>
        <source>Wave take profit</source>
        <translation>파동 익절</translation>
    </message>
    <message>
        <source>Wave channel top</source>
        <translation>파동 채널 상단</translation>
    </message>
    <message>
        <source>Stop of your own</source>
        <translation>직접 정한 손절</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>장 마감</translation>
    </message>
    <message>
        <source>Portfolio guard</source>
        <translation>포트폴리오 가드</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>수동</translation>
    </message>
    <message>
        <source>Flatten and lock</source>
        <translation>전량 청산·잠금</translation>
    </message>
    <message>
        <source>Base entry</source>
        <translation>기본 진입</translation>
    </message>
    <message>
        <source>Pyramiding</source>
        <translation>피라미딩</translation>
    </message>
    <message>
        <source>Trailing switched on</source>
        <translation>트레일링 켜짐</translation>
    </message>
    <message>
        <source>Break-even set</source>
        <translation>본전 설정</translation>
    </message>
    <message>
        <source>Higher low</source>
        <translation>높은 저점</translation>
    </message>
    <message>
        <source>Loss stop of the day</source>
        <translation>당일 손실 중지</translation>
    </message>
    <message>
        <source>Gain stop of the day</source>
        <translation>당일 수익 중지</translation>
    </message>
    <message>
        <source>Trail of the day</source>
        <translation>당일 트레일</translation>
    </message>
    <message>
        <source>Hard loss of the day</source>
        <translation>당일 최대 손실</translation>
    </message>
    <message>
        <source>Wave entry</source>
        <translation>파동 진입</translation>
    </message>
    <message>
        <source>not eligible</source>
        <translation>부적격</translation>
    </message>
    <message>
        <source>one side is empty</source>
        <translation>한쪽 호가 없음</translation>
    </message>
    <message>
        <source>quotes are crossed</source>
        <translation>호가 역전</translation>
    </message>
    <message>
        <source>no volume before</source>
        <translation>직전 거래량 없음</translation>
    </message>
    <message>
        <source>no continuous trading</source>
        <translation>접속매매 아님</translation>
    </message>
    <message>
        <source>locked at the limit</source>
        <translation>상·하한가 잠김</translation>
    </message>
    <message>
        <source>waits after an unfilled order</source>
        <translation>미체결 주문 후 대기</translation>
    </message>
    <message>
        <source>less than one share</source>
        <translation>1주 미만</translation>
    </message>
    <message>
        <source>given</source>
        <translation>확보됨</translation>
    </message>
    <message>
        <source>an exit is decided</source>
        <translation>청산 결정됨</translation>
    </message>
    <message>
        <source>an order is open</source>
        <translation>미체결 주문 있음</translation>
    </message>
    <message>
        <source>blocked by you</source>
        <translation>직접 차단함</translation>
    </message>
    <message>
        <source>automatic trading is off</source>
        <translation>자동매매 꺼짐</translation>
    </message>
    <message>
        <source>the guard stops buys</source>
        <translation>가드가 매수 중지</translation>
    </message>
    <message>
        <source>equity uncertain</source>
        <translation>총자산 불확실</translation>
    </message>
    <message>
        <source>pause after losses in a row</source>
        <translation>연속 손실 후 멈춤</translation>
    </message>
    <message>
        <source>not armed</source>
        <translation>주문 개시 전</translation>
    </message>
    <message>
        <source>disarmed</source>
        <translation>주문 해제됨</translation>
    </message>
    <message>
        <source>kill level</source>
        <translation>킬 단계</translation>
    </message>
    <message>
        <source>trading halted</source>
        <translation>거래정지</translation>
    </message>
    <message>
        <source>exits only</source>
        <translation>청산만</translation>
    </message>
    <message>
        <source>off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켬</translation>
    </message>
    <message>
        <source>pull-back too deep</source>
        <translation>눌림이 너무 깊음</translation>
    </message>
    <message>
        <source>re-break too soon</source>
        <translation>재돌파가 너무 빠름</translation>
    </message>
    <message>
        <source>time for the re-break is over</source>
        <translation>재돌파 시간 초과</translation>
    </message>
    <message>
        <source>ran too far above H</source>
        <translation>H 위로 너무 멀어짐</translation>
    </message>
    <message>
        <source>fell back to H</source>
        <translation>H로 되돌아옴</translation>
    </message>
    <message>
        <source>trades missed at a restart</source>
        <translation>재시작 중 체결 누락</translation>
    </message>
    <message>
        <source>volatility interruption</source>
        <translation>변동성완화장치</translation>
    </message>
    <message>
        <source>data gap</source>
        <translation>데이터 공백</translation>
    </message>
    <message>
        <source>order ended without a fill</source>
        <translation>체결 없이 주문 종료</translation>
    </message>
    <message>
        <source>trailing switched on</source>
        <translation>트레일링 켜짐</translation>
    </message>
    <message>
        <source>break-even set</source>
        <translation>본전 설정</translation>
    </message>
    <message>
        <source>a higher low</source>
        <translation>높은 저점</translation>
    </message>
    <message>
        <source>Block add</source>
        <translation>추가매수 차단</translation>
    </message>
    <message>
        <source>Approve add</source>
        <translation>추가매수 승인</translation>
    </message>
    <message>
        <source>the gate is closed</source>
        <translation>관문 닫힘</translation>
    </message>
    <message>
        <source>the code is frozen</source>
        <translation>종목 동결</translation>
    </message>
    <message>
        <source>stop moved</source>
        <translation>손절가 이동</translation>
    </message>
    <message>
        <source>order by hand</source>
        <translation>수동 주문</translation>
    </message>
    <message>
        <source>sale by hand</source>
        <translation>수동 매도</translation>
    </message>
    <message>
        <source>flatten and lock</source>
        <translation>전량 청산·잠금</translation>
    </message>
    <message>
        <source>hard loss of the day</source>
        <translation>당일 최대 손실</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>해제</translation>
    </message>
    <message>
        <source>taken away</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>pattern state</comment>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>Base</source>
        <comment>pattern state</comment>
        <translation>대기</translation>
    </message>
    <message>
        <source>Risen</source>
        <comment>pattern state</comment>
        <translation>상승</translation>
    </message>
    <message>
        <source>Pull-back</source>
        <comment>pattern state</comment>
        <translation>눌림목</translation>
    </message>
    <message>
        <source>Re-break</source>
        <comment>pattern state</comment>
        <translation>재돌파</translation>
    </message>
    <message>
        <source>Void</source>
        <comment>pattern state</comment>
        <translation>무효</translation>
    </message>
    <message>
        <source>Ordered</source>
        <comment>pattern state</comment>
        <translation>주문 중</translation>
    </message>
    <message>
        <source>Added</source>
        <comment>pattern state</comment>
        <translation>추가매수</translation>
    </message>
    <message>
        <source>pyramiding is switched off in the settings</source>
        <translation>설정에서 피라미딩 꺼짐</translation>
    </message>
    <message>
        <source>the symbol has had its add today</source>
        <translation>오늘 이미 추가매수함</translation>
    </message>
    <message>
        <source>fewer than two shares were bought</source>
        <translation>진입 수량이 2주 미만</translation>
    </message>
    <message>
        <source>restored without the fills of its entry</source>
        <translation>진입 체결 없이 복원됨</translation>
    </message>
    <message>
        <source>shares came from outside entry and add</source>
        <translation>진입·추가매수 외의 체결이 있음</translation>
    </message>
    <message>
        <source>two add orders ended without a fill</source>
        <translation>추가매수 주문 두 번 미체결</translation>
    </message>
    <message>
        <source>only base positions are pyramided</source>
        <translation>기본 포지션만 피라미딩함</translation>
    </message>
    <message>
        <source>Taken</source>
        <comment>verdict</comment>
        <translation>실행</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>verdict</comment>
        <translation>거부</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>verdict</comment>
        <translation>기록</translation>
    </message>
    <message>
        <source>Entry</source>
        <comment>decision</comment>
        <translation>진입</translation>
    </message>
    <message>
        <source>Add</source>
        <comment>decision</comment>
        <translation>추가매수</translation>
    </message>
    <message>
        <source>Wave</source>
        <comment>decision</comment>
        <translation>파동</translation>
    </message>
    <message>
        <source>Exit</source>
        <comment>decision</comment>
        <translation>청산</translation>
    </message>
    <message>
        <source>Pattern</source>
        <comment>decision</comment>
        <translation>패턴</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>decision</comment>
        <translation>손절</translation>
    </message>
    <message>
        <source>Guard</source>
        <comment>decision</comment>
        <translation>가드</translation>
    </message>
    <message>
        <source>Shadow</source>
        <comment>decision</comment>
        <translation>그림자</translation>
    </message>
    <message numerus="yes">
        <source>%1 (+%n more)</source>
        <comment>first failing condition, others</comment>
        <translation>
            <numerusform>%1 (외 %n건)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 shares</source>
        <translation>%1주</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>stop %1 (%2)</source>
        <comment>price, rule</comment>
        <translation>손절 %1 (%2)</translation>
    </message>
    <message>
        <source>approved by you</source>
        <translation>직접 승인</translation>
    </message>
    <message>
        <source>Loss stop</source>
        <comment>guard</comment>
        <translation>손실 중지</translation>
    </message>
    <message>
        <source>Gain stop</source>
        <comment>guard</comment>
        <translation>수익 중지</translation>
    </message>
    <message>
        <source>Trail</source>
        <comment>guard</comment>
        <translation>트레일</translation>
    </message>
    <message>
        <source>Hard loss</source>
        <comment>guard</comment>
        <translation>최대 손실</translation>
    </message>
    <message>
        <source>no new buys after this loss of the day</source>
        <translation>당일 이 손실부터 신규 매수 중지</translation>
    </message>
    <message>
        <source>no new buys after this gain of the day</source>
        <translation>당일 이 수익부터 신규 매수 중지</translation>
    </message>
    <message>
        <source>no new buys after this fall from the day&apos;s peak</source>
        <translation>당일 고점에서 이만큼 내리면 신규 매수 중지</translation>
    </message>
    <message>
        <source>cancels buys, sells everything automatic, disarms</source>
        <translation>매수 취소, 자동 포지션 전량 매도, 주문 해제</translation>
    </message>
    <message>
        <source>Auto</source>
        <comment>add: the rules decide</comment>
        <translation>자동</translation>
    </message>
    <message>
        <source>Block</source>
        <comment>add: never</comment>
        <translation>차단</translation>
    </message>
    <message>
        <source>Approve</source>
        <comment>add: the trader waives conditions</comment>
        <translation>승인</translation>
    </message>
    <message>
        <source>hold through</source>
        <translation>버팀</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>엄격</translation>
    </message>
    <message>
        <source>While a pattern is armed the trailing width is at least the floor, and momentum fade and sideways wait.</source>
        <translation>패턴 진행 중에는 트레일링 폭이 하한 이상이고 모멘텀 둔화·횡보 청산이 보류됩니다.</translation>
    </message>
    <message>
        <source>The base exits go on unchanged while a pattern is armed.</source>
        <translation>패턴 진행 중에도 기본 청산이 그대로 작동합니다.</translation>
    </message>
    <message>
        <source>Automatic trading</source>
        <comment>intervention</comment>
        <translation>자동매매</translation>
    </message>
    <message>
        <source>Master switch</source>
        <comment>intervention</comment>
        <translation>총괄 스위치</translation>
    </message>
    <message>
        <source>Add</source>
        <comment>intervention</comment>
        <translation>추가매수</translation>
    </message>
    <message>
        <source>Stop moved</source>
        <comment>intervention</comment>
        <translation>손절가 이동</translation>
    </message>
    <message>
        <source>Order by hand</source>
        <comment>intervention</comment>
        <translation>수동 주문</translation>
    </message>
    <message>
        <source>Sale by hand</source>
        <comment>intervention</comment>
        <translation>수동 매도</translation>
    </message>
    <message>
        <source>Kill</source>
        <comment>intervention</comment>
        <translation>킬</translation>
    </message>
    <message>
        <source>Guard reset</source>
        <comment>intervention</comment>
        <translation>가드 해제</translation>
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
    <message>
        <source>Auto</source>
        <comment>column: automatic trading</comment>
        <translation>자동</translation>
    </message>
    <message>
        <source>On, exits only or off; click to change</source>
        <translation>켬·청산만·끔, 눌러서 변경</translation>
    </message>
    <message>
        <source>Automatic trading: %1; click to change</source>
        <translation>자동매매: %1, 클릭하면 바뀜</translation>
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
    <message>
        <source>good</source>
        <comment>ledger</comment>
        <translation>정상</translation>
    </message>
    <message>
        <source>bad</source>
        <comment>ledger</comment>
        <translation>이상</translation>
    </message>
    <message>
        <source>Orders are written down before they leave</source>
        <translation>주문은 나가기 전에 기록됩니다</translation>
    </message>
    <message>
        <source>Orders, amendments and cancels today; entries %1 of %2</source>
        <translation>오늘 주문·정정·취소 수, 진입 %1/%2</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>orders</comment>
        <translation>미확정</translation>
    </message>
    <message>
        <source>messages</source>
        <comment>orders, amendments, cancels</comment>
        <translation>전송</translation>
    </message>
</context>
<context>
    <name>ui::StopDialog</name>
    <message>
        <source>I mean it</source>
        <translation>확인했습니다</translation>
    </message>
    <message>
        <source>Move the stop: %1</source>
        <translation>손절가 이동: %1</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>종목</translation>
    </message>
    <message>
        <source>New stop</source>
        <translation>새 손절가</translation>
    </message>
    <message>
        <source>Last price</source>
        <translation>현재가</translation>
    </message>
    <message>
        <source>Binding stop</source>
        <translation>적용 손절</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Your own stop</source>
        <translation>직접 정한 손절</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>At or above the last price: it sells at once.</source>
        <translation>현재가 이상: 즉시 매도됩니다.</translation>
    </message>
    <message>
        <source>Lower than the stop of %1: the loss may be larger.</source>
        <translation>손절가 %1보다 낮음: 손실이 커질 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ui::SummaryDialog</name>
    <message>
        <source>Return of the day %1</source>
        <translation>당일 수익률 %1</translation>
    </message>
    <message>
        <source>The return of the day is not known</source>
        <translation>당일 수익률을 알 수 없음</translation>
    </message>
    <message>
        <source>Export the daily summary</source>
        <translation>일일 요약 내보내기</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <comment>file filter: kind, suffix</comment>
        <translation>%1 파일 (*.%2)</translation>
    </message>
    <message>
        <source>Daily summary</source>
        <translation>일일 요약</translation>
    </message>
    <message>
        <source>Earlier day</source>
        <translation>이전 날</translation>
    </message>
    <message>
        <source>Later day</source>
        <translation>다음 날</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Guard of the day</source>
        <translation>당일 가드</translation>
    </message>
    <message>
        <source>Headline figures</source>
        <translation>주요 수치</translation>
    </message>
    <message>
        <source>Equity curve</source>
        <translation>총자산 곡선</translation>
    </message>
    <message>
        <source>Send to Telegram</source>
        <translation>텔레그램으로 보내기</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>CSV tables…</source>
        <translation>CSV 표…</translation>
    </message>
    <message>
        <source>HTML page…</source>
        <translation>HTML 문서…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF 문서…</translation>
    </message>
</context>
<context>
    <name>ui::SummaryTiles</name>
    <message>
        <source>day before %1</source>
        <translation>전일 %1</translation>
    </message>
    <message>
        <source>Day P&amp;L</source>
        <translation>당일 손익</translation>
    </message>
    <message>
        <source>Max drawdown</source>
        <translation>최대 낙폭</translation>
    </message>
    <message>
        <source>Slippage</source>
        <translation>슬리피지</translation>
    </message>
    <message>
        <source>%1 a fill, %2 a trade</source>
        <translation>체결당 %1, 거래당 %2</translation>
    </message>
    <message>
        <source>End equity</source>
        <translation>마감 총자산</translation>
    </message>
    <message>
        <source>start %1</source>
        <translation>시작 %1</translation>
    </message>
    <message>
        <source>Net of trades</source>
        <translation>거래 순손익</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>거래 수</translation>
    </message>
    <message>
        <source>%1 won, %2 lost</source>
        <translation>%1승 %2패</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>승률</translation>
    </message>
    <message>
        <source>Expectancy a trade</source>
        <translation>거래당 기대값</translation>
    </message>
    <message>
        <source>Profit factor</source>
        <translation>손익비(PF)</translation>
    </message>
    <message>
        <source>Mean win</source>
        <translation>평균 이익</translation>
    </message>
    <message>
        <source>mean loss %1</source>
        <translation>평균 손실 %1</translation>
    </message>
    <message>
        <source>Largest win</source>
        <translation>최대 이익</translation>
    </message>
    <message>
        <source>largest loss %1</source>
        <translation>최대 손실 %1</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>commission %1, tax %2</source>
        <translation>수수료 %1, 세금 %2</translation>
    </message>
</context>
<context>
    <name>ui::SummaryWords</name>
    <message>
        <source>yes</source>
        <comment>cell</comment>
        <translation>예</translation>
    </message>
    <message>
        <source>%1 %2 %3 at %4, %5</source>
        <comment>fill: time, side, shares, price, rule</comment>
        <translation>%1 %2 %3주 %4원, %5</translation>
    </message>
    <message>
        <source>No.</source>
        <comment>column: number of the trade</comment>
        <translation>번호</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>종목명</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>Entry</source>
        <comment>column: time</comment>
        <translation>진입</translation>
    </message>
    <message>
        <source>Exit</source>
        <comment>column: time</comment>
        <translation>청산</translation>
    </message>
    <message>
        <source>Entry reason</source>
        <translation>진입 사유</translation>
    </message>
    <message>
        <source>Exit reason</source>
        <translation>청산 사유</translation>
    </message>
    <message>
        <source>Net</source>
        <comment>column: result after costs</comment>
        <translation>순손익</translation>
    </message>
    <message>
        <source>Net %</source>
        <comment>column: result after costs</comment>
        <translation>수익률</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Average entry</source>
        <translation>평균 진입가</translation>
    </message>
    <message>
        <source>Average exit</source>
        <translation>평균 청산가</translation>
    </message>
    <message>
        <source>Hold</source>
        <comment>column: time held</comment>
        <translation>보유</translation>
    </message>
    <message>
        <source>Best</source>
        <comment>column: maximum favourable excursion</comment>
        <translation>최대 유리</translation>
    </message>
    <message>
        <source>Worst</source>
        <comment>column: maximum adverse excursion</comment>
        <translation>최대 불리</translation>
    </message>
    <message>
        <source>Slippage</source>
        <translation>슬리피지</translation>
    </message>
    <message>
        <source>Gross</source>
        <comment>column: result before costs</comment>
        <translation>비용 전 손익</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>Trail width</source>
        <translation>트레일링 폭</translation>
    </message>
    <message>
        <source>Add</source>
        <comment>column: the position was added to</comment>
        <translation>추가매수</translation>
    </message>
    <message>
        <source>By hand</source>
        <comment>column: a person intervened</comment>
        <translation>개입</translation>
    </message>
    <message>
        <source>Overnight</source>
        <translation>이월</translation>
    </message>
    <message>
        <source>Entry momentum 3</source>
        <translation>진입 모멘텀 3</translation>
    </message>
    <message>
        <source>Entry momentum 5</source>
        <translation>진입 모멘텀 5</translation>
    </message>
    <message>
        <source>Entry ATR</source>
        <translation>진입 ATR</translation>
    </message>
    <message>
        <source>Entry spread</source>
        <translation>진입 스프레드</translation>
    </message>
    <message>
        <source>Entry bid share</source>
        <translation>진입 매수잔량비</translation>
    </message>
    <message>
        <source>Exit momentum 3</source>
        <translation>청산 모멘텀 3</translation>
    </message>
    <message>
        <source>Exit momentum 5</source>
        <translation>청산 모멘텀 5</translation>
    </message>
    <message>
        <source>Exit ATR</source>
        <translation>청산 ATR</translation>
    </message>
    <message>
        <source>Exit spread</source>
        <translation>청산 스프레드</translation>
    </message>
    <message>
        <source>Exit bid share</source>
        <translation>청산 매수잔량비</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>거래</translation>
    </message>
    <message>
        <source>Won</source>
        <comment>column: count</comment>
        <translation>승</translation>
    </message>
    <message>
        <source>Lost</source>
        <comment>column: count</comment>
        <translation>패</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>승률</translation>
    </message>
    <message>
        <source>Mean net</source>
        <translation>평균 순손익</translation>
    </message>
    <message>
        <source>Mean hold</source>
        <translation>평균 보유</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>매입 금액</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>평가 금액</translation>
    </message>
    <message>
        <source>Day result</source>
        <translation>당일 손익</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Intervention</source>
        <translation>개입</translation>
    </message>
    <message>
        <source>To</source>
        <comment>column: changed to</comment>
        <translation>변경</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>실제 결과</translation>
    </message>
    <message>
        <source>Rule&apos;s own path</source>
        <translation>규칙 결과</translation>
    </message>
    <message>
        <source>Hand gained</source>
        <comment>column: against the rule&apos;s path</comment>
        <translation>개입 손익</translation>
    </message>
    <message>
        <source>Stop not followed</source>
        <comment>violation</comment>
        <translation>손절 미이행</translation>
    </message>
    <message>
        <source>Over-trading</source>
        <comment>violation</comment>
        <translation>과다 매매</translation>
    </message>
    <message>
        <source>Trailing</source>
        <comment>violation</comment>
        <translation>트레일링</translation>
    </message>
    <message>
        <source>Add</source>
        <comment>violation</comment>
        <translation>추가매수</translation>
    </message>
    <message>
        <source>Outside hours</source>
        <comment>violation</comment>
        <translation>시간 외</translation>
    </message>
    <message>
        <source>Stale data</source>
        <comment>violation</comment>
        <translation>오래된 데이터</translation>
    </message>
    <message>
        <source>Deviation</source>
        <comment>violation</comment>
        <translation>재현 불일치</translation>
    </message>
    <message>
        <source>Violation</source>
        <translation>위반</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>상세</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>가드</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>총자산</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>고점</translation>
    </message>
    <message>
        <source>Reset</source>
        <comment>column: by the trader</comment>
        <translation>해제</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no gap</comment>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1, together %2</source>
        <comment>gaps: count, duration</comment>
        <translation>%1회, 모두 %2</translation>
    </message>
    <message>
        <source>start or end equity is not known</source>
        <translation>시작 또는 마감 총자산 미확인</translation>
    </message>
    <message>
        <source>agrees</source>
        <comment>equity adds up</comment>
        <translation>일치</translation>
    </message>
    <message>
        <source>differs by %1 won</source>
        <translation>%1원 차이</translation>
    </message>
    <message>
        <source>nothing was recorded</source>
        <translation>기록 없음</translation>
    </message>
    <message>
        <source>What</source>
        <comment>column: data quality</comment>
        <translation>내용</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>기록 구간</translation>
    </message>
    <message>
        <source>Uptime, of the session</source>
        <translation>가동률(정규장 대비)</translation>
    </message>
    <message>
        <source>Without the program</source>
        <translation>프로그램 중단</translation>
    </message>
    <message>
        <source>Without a feed</source>
        <translation>시세 끊김</translation>
    </message>
    <message>
        <source>Missing shares</source>
        <translation>누락 주식</translation>
    </message>
    <message>
        <source>Trades of unknown cost</source>
        <translation>매입가 미확인 거래</translation>
    </message>
    <message>
        <source>Start + trades + held = end</source>
        <translation>시작 + 거래 + 보유 = 마감</translation>
    </message>
    <message>
        <source>By exit reason</source>
        <translation>청산 사유별</translation>
    </message>
    <message>
        <source>By strategy</source>
        <translation>전략별</translation>
    </message>
    <message>
        <source>Open positions</source>
        <translation>보유 포지션</translation>
    </message>
    <message>
        <source>Interventions</source>
        <translation>개입</translation>
    </message>
    <message>
        <source>Violations</source>
        <translation>위반</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>데이터 품질</translation>
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
    <name>ui::TextLogModel</name>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>등급</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>부분</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>내용</translation>
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
    <name>ui::WhatIfView</name>
    <message>
        <source>Add</source>
        <comment>shares of the add</comment>
        <translation>추가매수</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>한도</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>New average</source>
        <translation>새 평균단가</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>본전</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>손절</translation>
    </message>
    <message>
        <source>Worst loss</source>
        <translation>최대 손실</translation>
    </message>
    <message>
        <source>Net, if everything is sold at the stop</source>
        <translation>손절가에 전량 매도 시 순손익</translation>
    </message>
    <message>
        <source>of equity</source>
        <translation>자산 대비</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>호가 소진</translation>
    </message>
    <message>
        <source>Shares of the add and shares offered up to its limit</source>
        <translation>추가매수 수량 / 지정가까지 매도잔량</translation>
    </message>
    <message>
        <source>After the add</source>
        <translation>추가매수 후</translation>
    </message>
</context>
<context>
    <name>ui::WhyPage</name>
    <message>
        <source>No symbol selected</source>
        <translation>선택한 종목 없음</translation>
    </message>
    <message>
        <source>%1 is held; nothing is added</source>
        <translation>%1 보유 중, 추가매수 안 함</translation>
    </message>
    <message>
        <source>%1 is not bought</source>
        <translation>%1 매수 안 함</translation>
    </message>
    <message>
        <source>%1: nothing stops it now</source>
        <translation>%1: 막는 조건 없음</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 (%n reason(s))</source>
        <comment>why not: first reason, how many</comment>
        <translation>
            <numerusform>%1: %2 (사유 %n건)</numerusform>
        </translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>미매수 사유</translation>
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
