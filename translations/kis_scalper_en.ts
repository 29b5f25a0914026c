<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ClosingWords</name>
    <message>
        <source>Books against the broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open orders end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text logs compressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order ledger backed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records backed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old records removed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundWords</name>
    <message>
        <source>Buy filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sale filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::AmendDialog</name>
    <message>
        <source>Amend order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, %3 left of %4</source>
        <comment>side, name, remaining, quantity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ApproveAddDialog</name>
    <message>
        <source>Approve the add: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions that say no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve for %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the add:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The approval ends after %1 s or with the first order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has to be waived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never waived: P1, P9 to P12, fresh data, the gate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be waived, so no order leaves while they say no: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No add can be approved in this state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: these conditions say no now</source>
        <comment>code, name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The position is gone; there is nothing to approve.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ArmDialog</name>
    <message>
        <source>Arm the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Armed, every order that passes the gate leaves for the broker. The session ends at 15:35 and with any restart, sleep, clock step or long disconnection.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ArmingForm</name>
    <message>
        <source>Account %1, order limit of the day %2 won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders may leave with real money, up to this limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders may leave, up to this limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the last four digits of the account number (before the two of the product):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last four digits of the account number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first order that opens a position may exceed 100,000 won today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::AutomationDialog</name>
    <message>
        <source>Automatic trading: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: entries, adds and exits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: protective exits go on, nothing is bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no automatic order at all, not even a stop; you only get alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::BannerLine</name>
    <message numerus="yes">
        <source>%n unknown order(s)</source>
        <translation>
            <numerusform>%n unknown order</numerusform>
            <numerusform>%n unknown orders</numerusform>
        </translation>
    </message>
    <message>
        <source>Several of the broker&apos;s orders fit one of ours: choose the right one in the orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent, but the answer was lost: the broker&apos;s list is being read. Do not place them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holding differs: %1</source>
        <comment>codes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Cause: %2.</source>
        <comment>what it means, code word</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::BlockAddDialog</name>
    <message>
        <source>Reason, for the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block the add: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: nothing is added until you choose Auto again. Exits go on.</source>
        <comment>code, name</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ChartPanel</name>
    <message>
        <source>No symbol selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <comment>of the day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VWAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VI auction, expected %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O</source>
        <comment>open of a bar</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H</source>
        <comment>high of a bar</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L</source>
        <comment>low of a bar</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C</source>
        <comment>close of a bar</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vol</source>
        <comment>volume of a bar</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap</source>
        <comment>missing shares of a bar</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares the exchange traded in this bar that never reached this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 minute bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 minute bars (key %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the newest bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the newest bar (End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this symbol when another one is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auction, expected %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ChartPlot</name>
    <message>
        <source>No trades yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper limit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower limit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Static VI %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::CheckModel</name>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ClosingLine</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the day %1, step %2 of %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day %1 is closed, but: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the day %1: the rest was left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day %1 is closed: summary saved, records backed up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ConditionModel</name>
    <message>
        <source>Condition</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <comment>column: of a condition</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <comment>column: price steps</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <comment>column: how long it has been so</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near</source>
        <comment>column: near misses</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::DayDesk</name>
    <message>
        <source>Written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed to the notifier; it is sent as soon as the service takes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no Telegram token in the secrets file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telegram is switched off (notify.telegram).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records of %1 are put back when the program starts next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing will be restored: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::DecisionsModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>column: of a decision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What decided</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) since %1</source>
        <comment>the same refusal</comment>
        <translation>
            <numerusform>%n time since %1</numerusform>
            <numerusform>%n times since %1</numerusform>
        </translation>
    </message>
    <message>
        <source>How often it was refused for the same reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>×</source>
        <comment>column: how often</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::DecisionsPanel</name>
    <message>
        <source>Your hand against the rules today: %1 won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code, name or rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by code, name or rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions of the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main</source>
        <comment>decisions: those that matter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <comment>decisions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>decisions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exits</source>
        <comment>decisions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds</source>
        <comment>decisions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard</source>
        <comment>decisions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <comment>decisions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done, stops that moved, adds judged, the guard; without refused entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions that became an order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was not done, by reasons; repeats are one row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales and moves of stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds judged, and the pattern that leads to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the portfolio guard did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every decision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::DeskTable</name>
    <message>
        <source>Export as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::DockTitle</name>
    <message>
        <source>Float the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::EquityView</name>
    <message>
        <source>No equity was recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2 won</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::FlattenDialog</name>
    <message>
        <source>Flatten and lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visible book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes it all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too thin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions to sell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell and lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancels all open buys, sells the ticked positions and locks until the unlock word is typed. Holdings this program did not buy are not ticked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is not armed; without this no sale leaves:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::GateDialog</name>
    <message>
        <source>Gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gate is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gate: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have looked: open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is frozen: %2, until it is resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is frozen: %2, until %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::GateWords</name>
    <message>
        <source>Armed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders leave only while the session is armed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arm the session in the top bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lamps and reconciliation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REST, feed, notices, ledger and clock must be fresh and the books reconciled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the lamp that is out; its cause stands in the gate list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buys 09:00 to 15:20, sales to 15:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the phase in which this order is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common shares of today&apos;s master files without halt, warning or risk mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another issue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code not frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unknown order, outside trade, series of rejects or VI in this code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve what froze the code, or wait until it thaws.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price and book must be fresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for fresh data; check the feed if it lasts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price step and day limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price must be on a valid step within the limits of the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a valid price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price collar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price must be near the book and the last trade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the price closer to the market.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buys are limit orders; market orders sell only, in the regular session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a limit order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest value of one order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the quantity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order must be small against the visible book and the last five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the quantity, or wait for a deeper book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest value held of one code, working buys included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the quantity, or cancel a working buy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gross exposure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of everything held, unknown buys at full size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of codes and orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many codes are held and orders work at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close a position or cancel an order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sellable quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more than held less own working sales; no short sales.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the quantity, or cancel a working sale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value with two percent of slack within our cash and the broker&apos;s buying power.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same order within two seconds, or an order of this code still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait, or cancel the open order first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Self-trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must not cross an own resting order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the own order on the other side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders, amendments and cancels a second, a minute and a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait; near the limit of the day only exits remain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count of orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders decided, written and known at the broker must agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the HTS, then confirm in the gate list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guard&apos;s marks of the day&apos;s return.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop buying today, or confirm in the gate list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss at the stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance to the stop times quantity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries pause after a series of losing exits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the pause is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refusals of the broker within a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the reasons in the orders, then confirm in the gate list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders whose answer was lost, at once and today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until they are found, then confirm in the gate list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round trip of the last ten orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait five minutes; check the network if it lasts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plausible price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within the day&apos;s limits and near the minute&apos;s VWAP; the book neither crossed nor empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the price with another source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kill switch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No kill level may be active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the kill level in the top bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key or the mouse was used within the hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the mouse, then confirm in the gate list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record of the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every decision is written down with its figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger does not take records: check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unarmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disarmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order of any kind leaves. Click to arm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders leave after the gate. Click to disarm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing opens; exits, cancels and hand sales go on. Click to arm again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No kill level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K1: no entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K2: killed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K3: flattened and locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No new buys; exits go on. Release it when you have looked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open buys are cancelled and no new ones leave; working sales stay. Release it when you have looked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open buys are cancelled and the ticked positions sold; locked until you type the unlock word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <comment>gate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exits only</source>
        <comment>gate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halted</source>
        <comment>gate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View only</source>
        <comment>gate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not armed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session disarmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kill level active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REST lamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed lamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice lamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DB lamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock lamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reconciled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holding mismatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many unknown orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many rejects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message limit of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order counts differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders too slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody at the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trading day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order leaves this session. Arm it in the top bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing opens; exits go on. Arm again when the cause is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kill switch was used. Release it in the top bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker does not answer requests. Opens by itself; check the network if it lasts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fresh prices arrive. Opens by itself; check the network if it lasts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Execution notices do not arrive; fills are read from the list instead. Check that the HTS id is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders cannot be written down, so none leaves. Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock is wrong or the machine slept. Switch on time synchronisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The books have not been compared with the broker yet. Opens by itself after the next complete answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker holds another quantity than the books. Compare with the HTS, then accept it in the positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers to orders were lost. Wait until the orders are found, then confirm here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker refused several orders within a minute. Read the reasons, then confirm here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nine tenths of the day&apos;s messages are used; the rest is kept for exits. Confirm here to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders decided and orders written differ. Compare with the HTS, then confirm here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day&apos;s return reached a mark of the guard. Stop buying today, or confirm here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker answers orders slowly. Opens by itself after five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key or mouse for too long. Confirm here that you are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exchange does not trade today. Nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order ledger was damaged and set aside; it is rebuilt from the broker only with your consent. Compare with the HTS, then confirm here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the gate needs is too old. Opens by itself with fresh data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ambiguous order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order outside this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several rejects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unrecognised refusal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holding differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no figures yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balance too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volatility interruption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <comment>check</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <comment>check</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <comment>check</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not bind</source>
        <comment>check</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough buying power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signal SIGUSR1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command from Telegram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end of the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the digits do not fit the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the machine slept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither market line nor broker answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>observing only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::HealthModel</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::HealthPanel</name>
    <message>
        <source>Frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bad frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <comment>to the broker</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>calls</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the rate</source>
        <comment>calls</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <comment>of calls</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-open checklist</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::Hotkeys</name>
    <message>
        <source>Screen now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the top 30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to chart 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the event log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to chart 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to chart 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to chart 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the order ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kill: cancel all buys at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten and lock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell at the best bid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buy at the best ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the last order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel all of the symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First preset quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second preset quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third preset quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fourth preset quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest prices in the ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to pyramiding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic trading of the symbol: on, exits only, off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block the add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve the add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily summary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::InterventionModel</name>
    <message>
        <source>rule sold by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule still holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, hand %3</source>
        <comment>shadow: rule&apos;s path, its P&amp;L, the hand&apos;s</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shadow</source>
        <comment>the rule&apos;s own path</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <comment>column: intervention</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <comment>column: changed to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand gained</source>
        <comment>column: against the rule&apos;s path</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::LadderPanel</name>
    <message>
        <source>One-click trading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: a click beside a price places the quantity there at once, left sells, right buys. Off: it fills the ticket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What places an order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What places an order when one-click trading is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity of one-click orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the newest prices (Space); they stand still under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bid share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bids of all bids and asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected price of the auction</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::LadderView</name>
    <message>
        <source>No symbol selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No quote yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lm</source>
        <comment>daily limit, two letters at most</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VI</source>
        <comment>static VI trigger</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ex</source>
        <comment>expected price, two letters at most</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::LogModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::LogPanel</name>
    <message>
        <source>All events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and above</source>
        <comment>severity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least severity shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which log is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event log is for trading; the text log is what the program wrote into its log file, in English, for looking into a fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::LogWords</name>
    <message>
        <source>Started: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 instruments loaded, %2 rows skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed connected, %1 registrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed lost: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed back after %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed silent for %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed stopped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 refused by the broker (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 shares missing over %3 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: accumulated volume went back; counted anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: volatility interruption began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: volatility interruption ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: trading halted (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market operation %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screened: %1 eligible of %2 scored, pool %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking list failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars of %1 symbols loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access token valid until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broker: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: price limit computed %2, broker says %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing routine done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Info</source>
        <comment>severity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <comment>severity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <comment>severity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <comment>severity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New listings and warnings of today may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network; without them nothing is screened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnects by itself; check the network if it lasts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the keys or the configuration, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do for a single one; many mean a changed wire format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known fields are still read; look for a new version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The symbol is refreshed by REST instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its bars are marked; volume rules leave the minute out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the volume with another source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two minutes of call auction; no entries meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order is accepted until the halt ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last list is used; asked again at the next screening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated by itself where that is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker&apos;s limit is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable frames dropped: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download failed: master files of %1 from the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Master files could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames with more fields than known: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no trade stream for %3 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>side, quantity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent at %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused by the gate: %2, %3 against %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not sent: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 accepted, number %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused by the broker: %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the answer was lost (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found at the broker, number %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is ambiguous: %2 orders of the broker fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in none of %2 complete lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 appeared late at the broker, number %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was never accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 filled so far, average %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cancelled: %2 filled, %3 cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 expired, %2 filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 amended to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cancel refused: %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the answer to the cancel was lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: exit escalated, step %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: exit not filled for %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rests at the daily limit without buyers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: event %3 does not fit the state %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was placed outside this program, number %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 shares in the books, %3 at the broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: books corrected from %2 to %3 shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 shares found that this program did not buy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconciled with the broker: %1 orders, %2 holdings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not reconcile with the broker: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 frozen for buys: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 free again: %2 is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gate %2: %1 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gate cause over: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kill level raised to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kill level %1 released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Armed until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disarmed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order ledger slow: %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order ledger failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged order ledger set aside: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable execution notices: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock jumped by %1 s (sleep or stop)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock is %1 ms off the broker&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent; read the check in the ticket and change the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker cannot have it; place it again if still wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was filled; read the reason, change the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never place it again: it is being looked for at the broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the right one in the orders; compare with the HTS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is watched until the complete list of the day; do not place it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works after all; cancel it if it is no longer wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was bought or sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order may still work; the broker&apos;s list is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked again by itself; the order may still fill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exit goes on by itself; watch the position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch the position; sell by hand at another price if needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody buys at the limit; the sale waits there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The books are compared with the broker; nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown and never managed; it counts against cash and exposure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the HTS, then accept the holding in the positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It counts in equity; nothing automatic sells it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated by itself; nothing opens meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is bought of it; exits go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the gate in the top bar: it tells what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release it in the top bar when you have looked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing opens; arm again in the top bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk; orders wait for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order leaves; check disk and free space, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the HTS, then confirm in the gate list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills are read from the broker&apos;s list instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All ages are void; the books are compared with the broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on time synchronisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: buy %2 shares at %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: sell %2 shares, decided at %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would act, but no order may leave: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard fired: %1, equity %2 won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pyramiding: %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Override of the add ended: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shadow sold by %1: the rules %2 won, your hand %3 won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act by hand if you want it, or remove what holds it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the guard in the top bar to see why and to reset it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of the day: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day is recorded again; lost meanwhile: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trading goes on; the day&apos;s record may have a hole. Check the disk, or the server of records.database_url.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Top 30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chart(s)</source>
        <translation>
            <numerusform>%n chart</numerusform>
            <numerusform>%n charts</numerusform>
        </translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up red, down blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up blue, down red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trading keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched on for this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disarm the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing opens any more; exits, cancels and hand sales go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pyramiding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the records...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncertain (%1): nothing opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day return uncertain: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gate: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing closes the gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: unlock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: release…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net of all costs, against the start of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Realised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of shares sold today, net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once: no new buys, all open buys cancelled (Ctrl+Shift+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten and lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell everything and lock, after a dialog (Ctrl+Shift+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day return against the guard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−%1 no new buys · −%2 sells everything automatic · +%3 arms the trail (−%4 from the peak) · +%5 no new buys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trail fires at or below %1 won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fired at %2, equity %3 won</source>
        <comment>guard rule, time, equity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (reset by you)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click, or Enter, to reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused until %1 after %2 losses in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic trading of all symbols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Master switch of automatic trading; no symbol does more than this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::OrderSender</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data from the desk yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No orders in this mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not armed: no order leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1

This is a live order with real money. Send it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1

This is more than 30 % of the day&apos;s order limit. Send it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the order?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, %3 shares, %4 won</source>
        <comment>side, name, quantity, amount</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::OrderTicket</name>
    <message>
        <source>This share of what can be bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This share of what can be sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gate is being asked…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>check id, name, what to do</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gate does not let it pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the order stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the best bid as price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the best ask as price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this symbol when another is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss at stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks of the gate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::OrderWords</name>
    <message>
        <source>Buy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <comment>order type</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market</source>
        <comment>order type</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <comment>order type: best opposite price as limit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <comment>time in force</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand</source>
        <comment>order origin</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <comment>order origin</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <comment>order origin: pyramiding</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave</source>
        <comment>order origin</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit</source>
        <comment>order origin</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard</source>
        <comment>order origin</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of day</source>
        <comment>order origin</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten</source>
        <comment>order origin</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denied</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absent, watched</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly filled</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel unknown</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amending</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amend unknown</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest refused</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never accepted</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External (HTS)</source>
        <comment>order state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gate refused it; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written down and being sent; the broker has not answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not one byte left this machine; the broker cannot have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent, but the answer was lost: the broker may have it. It is looked for in the broker&apos;s list and never sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several of the broker&apos;s orders fit. Choose the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker&apos;s list does not have it so far; it is watched until the complete list of the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted by the broker and waiting in the book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part is filled, the rest waits in the book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cancel is on its way; fills may still come first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to the cancel was lost; the broker&apos;s list is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new price is on its way; fills may still come first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to the amendment was lost; the broker&apos;s list is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All shares are filled, by the broker&apos;s totals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; what was filled before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part was filled, the rest was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker or the exchange refused it; nothing was filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The complete list of the day does not have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended with the session, confirmed by the list of the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placed outside this program (HTS, MTS); shown and never managed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the broker&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking in the broker&apos;s list, next look in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking in the broker&apos;s list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching until the day&apos;s list, next look in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching until the day&apos;s list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel repeated in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeating the cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the daily limit without buyers; one order rests there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason not recognised; the code is frozen until you have looked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is not on a valid step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is outside the limits of the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough buying power at the broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than the broker lets us sell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No market orders are taken now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session does not take this order now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exchange is closed today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trading of the issue is halted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker does not take orders for this issue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was left to amend or cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker did not find the order to amend or cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would have traded with an order of ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests in a second; it was not executed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access token was not valid; it was not executed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account or keys do not fit; check the secrets file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base</source>
        <comment>position owner</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave</source>
        <comment>position owner</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual</source>
        <comment>position owner</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored</source>
        <comment>position owner</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External</source>
        <comment>position owner</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <comment>automatic trading of a symbol</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exits only</source>
        <comment>automatic trading of a symbol</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <comment>automatic trading of a symbol</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exits</source>
        <comment>automatic trading of a symbol, short</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::OrdersModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is being done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking in the broker&apos;s list, next look in 3.0 s</source>
        <comment>widest care</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::OrdersPanel</name>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which orders are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by code or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the rest of the chosen order (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amend…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the chosen order another price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which of the broker&apos;s orders the chosen one is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel all working orders of this symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel all working orders of all symbols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PositionsModel</name>
    <message>
        <source>The broker holds another quantity; compare with the HTS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sellable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net P&amp;L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Realised today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broker: %1</source>
        <comment>shares, where they differ</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To stop</source>
        <comment>column: distance</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trailing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pyramiding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selling: %1</source>
        <comment>exit rule</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held</source>
        <comment>column: time held</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time exit in</source>
        <comment>column: time left</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PositionsPanel</name>
    <message>
        <source>Sell %1 shares at market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell %1 %</source>
        <comment>percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell this part of what is sellable, at market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holding differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: the books have %3 shares, the broker %4.

Compare with the HTS. Accepting makes the broker&apos;s figure the truth: the difference counts as not bought or sold by this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the broker&apos;s figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by code or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart and ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the symbol in chart and ladder (double click)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker holds another quantity; look and decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the stop of the chosen position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic trading of the chosen position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold</source>
        <comment>filter: sold again today</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also what was sold again today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PyramidPanel</name>
    <message>
        <source>No add can be approved in this state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the add go against P2 to P8 for a short time (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved for %1 more: %2</source>
        <comment>countdown, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is held. The first position shows its pattern here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held symbols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages of the pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions P1 to P12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H</source>
        <comment>leg high</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High of the leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L</source>
        <comment>pull-back low</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low of the pull-back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth</source>
        <comment>of the pull-back now</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the last price is under H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near misses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often one condition alone said no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No add to this position (Ctrl+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Armed: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ReleaseDialog</name>
    <message>
        <source>End the kill level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type %1 to unlock:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock word</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ResolveDialog</name>
    <message>
        <source>Which order is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order number at the broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, %3 shares at %4, sent at %5.

The answer was lost and several of the broker&apos;s orders fit. Compare with the order list of the HTS and choose the right one, or say that none of them is this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another number, from the HTS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders of the broker that fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::RestoreDialog</name>
    <message>
        <source>Restore the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup yet. The closing routine makes one after each trading day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records (bars, trades, summaries) are put back as they were after the chosen day, at the next start. What is there now is kept beside them. The order ledger stays as it is: what happened to orders is true at the broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::RuleControl</name>
    <message>
        <source>all symbols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the guard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fired: %1.

After the reset buying goes on, and these rules do not fire again today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::RuleItem</name>
    <message>
        <source>Leg from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::RuleWords</name>
    <message>
        <source>sells</source>
        <comment>an exit&apos;s condition</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits</source>
        <comment>an exit&apos;s condition</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rises at ≥ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pull-back at ≤ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>void below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>re-break at ≥ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judged up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new leg above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the add order is working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exits now follow the average of both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>trailing: wave positions have none</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on w %1 peak %2</source>
        <comment>trailing: width, peak</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>armed %1</source>
        <comment>trailing: gain that switches it on</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <comment>trailing</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular session, inside the hours of adds, no VI, no halt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rise from entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is far enough above the entry&apos;s average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day-high distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near the session high from before the re-break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best ask minus best bid over their middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bid share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the ten bid levels in the whole book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This minute against the mean of the three before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VWAP distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above the session VWAP, and not too far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rise, pull-back and re-break are complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The symbol has had no add today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half the entry, and the position stays within its limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buying power covers the add and its commission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard, pre-trade gate, automatic state, no open order, no exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic trading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbol and master switch are on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular session, inside the hours of entries, no VI, no halt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eligible in a screening that is new enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fresh data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A live connection and a price of the last seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change over the last five 1-minute bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-buy pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time since the last sale of the symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer positions than allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order of the symbol is working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room to the upper limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not close to the daily upper limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount buys at least one share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard and pre-trade gate allow the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equity when the guard fired, against its mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No base position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wave trades only what the base strategy does not hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A valid channel of enough samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the channel&apos;s bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is within the band above the channel&apos;s low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume spike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None in the channel; one is wanted just after the open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <comment>a condition holds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <comment>a condition fails</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not enough data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>condition, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, needs %3</source>
        <comment>condition, value, limit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ATR cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trailing stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum fade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sideways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop loss after the add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher low broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break-even stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trailing stop after the add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ATR cut after the add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave breakout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave take profit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave channel top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portfolio guard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten and lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pyramiding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trailing switched on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break-even set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss stop of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain stop of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trail of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard loss of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not eligible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one side is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quotes are crossed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no volume before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no continuous trading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked at the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits after an unfilled order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than one share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an exit is decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an order is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic trading is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the guard stops buys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equity uncertain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pause after losses in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not armed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disarmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kill level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trading halted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exits only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pull-back too deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>re-break too soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time for the re-break is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ran too far above H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fell back to H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trades missed at a restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volatility interruption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order ended without a fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trailing switched on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>break-even set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a higher low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gate is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the code is frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sale by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flatten and lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hard loss of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <comment>pattern state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base</source>
        <comment>pattern state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risen</source>
        <comment>pattern state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull-back</source>
        <comment>pattern state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-break</source>
        <comment>pattern state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Void</source>
        <comment>pattern state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered</source>
        <comment>pattern state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <comment>pattern state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pyramiding is switched off in the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the symbol has had its add today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewer than two shares were bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restored without the fills of its entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shares came from outside entry and add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two add orders ended without a fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only base positions are pyramided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <comment>verdict</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>verdict</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <comment>verdict</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <comment>decision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <comment>decision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave</source>
        <comment>decision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit</source>
        <comment>decision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern</source>
        <comment>decision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>decision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard</source>
        <comment>decision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shadow</source>
        <comment>decision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 (+%n more)</source>
        <comment>first failing condition, others</comment>
        <translation>
            <numerusform>%1 (+%n more)</numerusform>
            <numerusform>%1 (+%n more)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop %1 (%2)</source>
        <comment>price, rule</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss stop</source>
        <comment>guard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain stop</source>
        <comment>guard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trail</source>
        <comment>guard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard loss</source>
        <comment>guard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no new buys after this loss of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no new buys after this gain of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no new buys after this fall from the day&apos;s peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancels buys, sells everything automatic, disarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto</source>
        <comment>add: the rules decide</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <comment>add: never</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <comment>add: the trader waives conditions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While a pattern is armed the trailing width is at least the floor, and momentum fade and sideways wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base exits go on unchanged while a pattern is armed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic trading</source>
        <comment>intervention</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Master switch</source>
        <comment>intervention</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <comment>intervention</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop moved</source>
        <comment>intervention</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order by hand</source>
        <comment>intervention</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sale by hand</source>
        <comment>intervention</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kill</source>
        <comment>intervention</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard reset</source>
        <comment>intervention</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ScreenModel</name>
    <message>
        <source>new</source>
        <comment>came into the list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T+Q</source>
        <comment>registered for trades and quotes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T</source>
        <comment>registered for trades</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Q</source>
        <comment>registered for quotes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REST %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VI auction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score %1 of 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (weight %2 %): not enough data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (weight %2 %): %3 points, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, estimated</source>
        <comment>a score row</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not eligible: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#</source>
        <comment>column: rank</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>±</source>
        <comment>column: change in rank</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <comment>column: in percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value ₩100m</source>
        <comment>column: traded value in 100 million won</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slot</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mom. 5</source>
        <comment>column: momentum over 5 bars</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vol.</source>
        <comment>column: volatility</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <comment>column: trade strength</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank of the last screening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places won or lost since the screening before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short code of the issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last price in won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change from the previous close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidity, turnover, volatility, spread and momentum, by weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traded value of the day in units of 100 million won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source of the price: live trades (T), quotes (Q), or REST and age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best ask minus best bid; ~ is estimated from one price step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change over the last five 1-minute bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of 1-minute changes over 20 bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buying against selling volume; 100 is even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What keeps the issue from being bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto</source>
        <comment>column: automatic trading</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On, exits only or off; click to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic trading: %1; click to change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ScreenPanel</name>
    <message>
        <source>Pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eligible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by code or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what was excluded, by reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top 30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not screened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>screened %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::StartDialogs</name>
    <message>
        <source>No keys for the broker were found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked for: %1

Put app key, app secret and account into that file (readable by you alone, mode 0600) and start again. Or watch the built-in simulated market now: it needs no account and sends nothing anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration was refused; nothing was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File: %1

%2

Correct the file and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::StatusStrip</name>
    <message>
        <source>%1 shares provably missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <comment>token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wanted, %2 acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame in hand to event applied, last 10 s; p50 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last</source>
        <comment>frame</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age of the newest frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad</source>
        <comment>frames</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cfg</source>
        <comment>configuration hash</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <comment>ledger</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad</source>
        <comment>ledger</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders are written down before they leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders, amendments and cancels today; entries %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>orders</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages</source>
        <comment>orders, amendments, cancels</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::StopDialog</name>
    <message>
        <source>I mean it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the stop: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binding stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At or above the last price: it sells at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower than the stop of %1: the loss may be larger.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SummaryDialog</name>
    <message>
        <source>Return of the day %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The return of the day is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the daily summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <comment>file filter: kind, suffix</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headline figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equity curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to Telegram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV tables…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SummaryTiles</name>
    <message>
        <source>day before %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day P&amp;L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max drawdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slippage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a fill, %2 a trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End equity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net of trades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 won, %2 lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expectancy a trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profit factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean win</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean loss %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest win</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest loss %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commission %1, tax %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SummaryWords</name>
    <message>
        <source>yes</source>
        <comment>cell</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %3 at %4, %5</source>
        <comment>fill: time, side, shares, price, rule</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <comment>column: number of the trade</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <comment>column: time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit</source>
        <comment>column: time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net</source>
        <comment>column: result after costs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net %</source>
        <comment>column: result after costs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <comment>column: time held</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <comment>column: maximum favourable excursion</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst</source>
        <comment>column: maximum adverse excursion</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slippage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gross</source>
        <comment>column: result before costs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trail width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <comment>column: the position was added to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand</source>
        <comment>column: a person intervened</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overnight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry momentum 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry momentum 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry ATR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry bid share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit momentum 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit momentum 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit ATR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit bid share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won</source>
        <comment>column: count</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <comment>column: count</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intervention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <comment>column: changed to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule&apos;s own path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand gained</source>
        <comment>column: against the rule&apos;s path</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop not followed</source>
        <comment>violation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over-trading</source>
        <comment>violation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trailing</source>
        <comment>violation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <comment>violation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside hours</source>
        <comment>violation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale data</source>
        <comment>violation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation</source>
        <comment>violation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <comment>column: by the trader</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>no gap</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, together %2</source>
        <comment>gaps: count, duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start or end equity is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agrees</source>
        <comment>equity adds up</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs by %1 won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <comment>column: data quality</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uptime, of the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trades of unknown cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start + trades + held = end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By exit reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SymbolSearch</name>
    <message>
        <source>Code or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a symbol by code or name (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::TextLogModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message>
        <source>%1 in %2</source>
        <comment>next phase, countdown</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing auction in 00:00:00</source>
        <comment>widest countdown text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits in the middle are hidden on purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular session</source>
        <comment>widest phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase of the KRX session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until the next phase, on the market&apos;s clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KST</source>
        <comment>clock</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of the simulated clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels, layout, theme, language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen now instead of at the next full minute (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korean</source>
        <comment>the other language, named in its own words</comment>
        <translation>한국어</translation>
    </message>
</context>
<context>
    <name>ui::WhatIfView</name>
    <message>
        <source>Add</source>
        <comment>shares of the add</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net, if everything is sold at the stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of equity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares of the add and shares offered up to its limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::WhyPage</name>
    <message>
        <source>No symbol selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is held; nothing is added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: nothing stops it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 (%n reason(s))</source>
        <comment>why not: first reason, how many</comment>
        <translation>
            <numerusform>%1: %2 (%n reason)</numerusform>
            <numerusform>%1: %2 (%n reasons)</numerusform>
        </translation>
    </message>
    <message>
        <source>Why not</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::Words</name>
    <message>
        <source>Simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live trading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>session phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the open</source>
        <comment>session phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening auction</source>
        <comment>session phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular session</source>
        <comment>session phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing auction</source>
        <comment>session phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the close</source>
        <comment>session phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After-market</source>
        <comment>session phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <comment>feed state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approving</source>
        <comment>feed state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <comment>feed state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registering</source>
        <comment>feed state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <comment>feed state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconnecting</source>
        <comment>feed state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>feed state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KOSPI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KOSDAQ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidity</source>
        <comment>screener axis</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turnover</source>
        <comment>screener axis: traded value of 5 minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volatility</source>
        <comment>screener axis</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread</source>
        <comment>screener axis</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <comment>screener axis</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × ₩100m</source>
        <comment>traded value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the master files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ETF, ETN, ELW, REIT or fund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SPAC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferred share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trading halted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidation trading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrative issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market warning or risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short-term overheating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfaithful disclosure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backdoor listing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low-liquidity issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abnormal surge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Investor caution reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face value change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a SPAC, fund or preferred share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price too low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trade today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidity too low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turnover too low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum too low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not enough data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 too low</source>
        <comment>axis, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, needs %3</source>
        <comment>axis, value, limit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <comment>health check</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access token</source>
        <comment>health check</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval key</source>
        <comment>health check</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market feed</source>
        <comment>health check</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <comment>health check</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruments</source>
        <comment>health check</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <comment>health check</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holdings</source>
        <comment>health check</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trading day</source>
        <comment>health check</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk space</source>
        <comment>health check</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <comment>health check</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>health state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <comment>health state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <comment>health state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <comment>health state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not needed here</source>
        <comment>health state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put app key, app secret and account into the secrets file (mode 0600).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker issues one token a minute; wait, then check the app key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check app key and secret; the feed asks again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network; close other programs that use the same app key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the acknowledgements; refused streams are in the event log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Master files missing: check the network, the last copy is used if any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balance was not read; check the account number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The holdings were not read; nothing is managed before they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session today, or the calendar file does not cover the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space in the data folder; records need 2 GB a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on time synchronisation; the offset should be below 1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trades</source>
        <comment>real-time stream</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes</source>
        <comment>real-time stream</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected prices</source>
        <comment>real-time stream</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market operation</source>
        <comment>real-time stream</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Execution notices</source>
        <comment>real-time stream</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state of an issue</source>
        <comment>market operation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening auction</source>
        <comment>market operation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <comment>market operation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closing auction</source>
        <comment>market operation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <comment>market operation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>market suspended</source>
        <comment>market operation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>circuit breaker</source>
        <comment>market operation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>circuit breaker over</source>
        <comment>market operation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sidecar</source>
        <comment>market operation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sidecar over</source>
        <comment>market operation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>countdown</source>
        <comment>market operation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after hours</source>
        <comment>market operation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown code</source>
        <comment>market operation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>traded value</source>
        <comment>ranking list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volume surge</source>
        <comment>ranking list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fluctuation</source>
        <comment>ranking list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trade strength</source>
        <comment>ranking list</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
