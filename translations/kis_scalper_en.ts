<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
