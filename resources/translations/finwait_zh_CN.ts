<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Finwait</source>
        <translation>关于 Finwait</translation>
    </message>
    <message>
        <source>Shows how a TCP connection lives and dies: two endpoints and the network between them, after RFC 9293, as a diagram of the eleven states and as a message sequence chart.</source>
        <translation>展示 TCP 连接的一生：依照 RFC 9293，用十一个状态的状态图和消息序列图，画出两个端点和它们之间的网络。</translation>
    </message>
    <message>
        <source>Copyright 2026 The Finwait developers. Free software under the MIT licence: it comes without any warranty.</source>
        <translation>版权所有 2026 Finwait 开发者。本程序是采用 MIT 许可证的自由软件，不提供任何担保。</translation>
    </message>
</context>
<context>
    <name>Allowed</name>
    <message>
        <source>new data is answered with a RST</source>
        <translation>对新数据以 RST 应答</translation>
    </message>
    <message>
        <source>new data is thrown away</source>
        <translation>新数据被丢弃</translation>
    </message>
    <message>
        <source>may not send; %1 still to go out</source>
        <extracomment>%1: &quot;120 octets&quot;</extracomment>
        <translation>不能发送；还有 %1待发出</translation>
    </message>
    <message>
        <source>may send: queued behind %1</source>
        <extracomment>%1: &quot;120 octets&quot;</extracomment>
        <translation>可以发送：排在 %1之后</translation>
    </message>
    <message>
        <source>new data must wait: the window is zero</source>
        <translation>新数据须等待：窗口为零</translation>
    </message>
    <message>
        <source>no new data; %1 to read</source>
        <extracomment>%1: &quot;120 octets&quot;</extracomment>
        <translation>不再有新数据；还有 %1待读取</translation>
    </message>
</context>
<context>
    <name>BranchQuestion</name>
    <message>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What was done by hand in this run will be lost.</source>
        <translation>这次运行中的手动操作将会丢失。</translation>
    </message>
    <message>
        <source>Branches that are kept only as long as this run goes on: %1.</source>
        <translation>仅在这次运行期间保留的分支数：%1。</translation>
    </message>
</context>
<context>
    <name>BranchText</name>
    <message>
        <source>In “%1” nothing more has happened.</source>
        <translation>“%1”中没有再发生什么。</translation>
    </message>
    <message>
        <source>In “%1” this comes next, at %2: %3, %4.</source>
        <extracomment>The name of a branch; a moment; a side or the network; what happens there, such as &quot;segment lost&quot;</extracomment>
        <translation>“%1”的下一个事件是“%4”（%3，%2）。</translation>
    </message>
    <message>
        <source>%1 %2, %3 %4</source>
        <extracomment>The states in which a branch ends: a side&apos;s name and its state, twice</extracomment>
        <translation>%1 %2，%3 %4</translation>
    </message>
    <message>
        <source>The same has happened in both so far.</source>
        <translation>到目前为止，两边发生的事完全相同。</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>Three sentences</extracomment>
        <translation>%1%2%3</translation>
    </message>
    <message>
        <source>The two part at %1.</source>
        <translation>两者在 %1 分开。</translation>
    </message>
    <message>
        <source>The connection as it was begun</source>
        <translation>最初开始的连接</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>The state in which a branch ends: a side&apos;s name and its state</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The connection as it was captured</source>
        <translation>抓包记录中的连接</translation>
    </message>
    <message>
        <source>The simulation goes on from the capture</source>
        <translation>从抓包记录处继续模拟</translation>
    </message>
</context>
<context>
    <name>CloseConnectionDialog</name>
    <message>
        <source>Close the connection</source>
        <translation>关闭连接</translation>
    </message>
    <message>
        <source>Who closes</source>
        <translation>由谁关闭</translation>
    </message>
    <message>
        <source>The &amp;client closes first</source>
        <translation>客户端先关闭(&amp;C)</translation>
    </message>
    <message>
        <source>The &amp;server closes first</source>
        <translation>服务器先关闭(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Both close at the same moment</source>
        <translation>双方同时关闭(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Abort with a RST</source>
        <translation>用 RST 中止(&amp;A)</translation>
    </message>
    <message>
        <source>What the other side does once it has learnt of it</source>
        <translation>另一方得知后怎么做</translation>
    </message>
    <message>
        <source>It closes at &amp;once</source>
        <translation>立即关闭(&amp;O)</translation>
    </message>
    <message>
        <source>It closes a&amp;fter a while</source>
        <translation>等待一段时间后关闭(&amp;F)</translation>
    </message>
    <message>
        <source>It sends &amp;data first, then closes</source>
        <translation>先发送数据，然后关闭(&amp;D)</translation>
    </message>
    <message>
        <source>Octe&amp;ts:</source>
        <translation>字节数(&amp;T)：</translation>
    </message>
    <message>
        <source>It &amp;never closes: its application forgets to</source>
        <translation>永不关闭(&amp;N)：应用程序忘记了</translation>
    </message>
    <message>
        <source>What will happen from now on</source>
        <translation>从现在起会发生什么</translation>
    </message>
    <message>
        <source>W&amp;ho aborts:</source>
        <translation>由谁中止(&amp;H)：</translation>
    </message>
    <message>
        <source>&amp;Wait:</source>
        <translation>等待时间(&amp;W)：</translation>
    </message>
</context>
<context>
    <name>Diagram</name>
    <message>
        <source>active close</source>
        <translation>主动关闭</translation>
    </message>
    <message>
        <source>passive close</source>
        <translation>被动关闭</translation>
    </message>
    <message>
        <source>The client&apos;s timer %1 runs out in %2.</source>
        <extracomment>%1: &quot;RTO&quot;, &quot;2 MSL&quot;; %2: &quot;830 ms&quot;</extracomment>
        <translation>客户端的定时器将在 %2 后到期：%1。</translation>
    </message>
    <message>
        <source>The server&apos;s timer %1 runs out in %2.</source>
        <extracomment>%1: &quot;RTO&quot;, &quot;2 MSL&quot;; %2: &quot;830 ms&quot;</extracomment>
        <translation>服务器的定时器将在 %2 后到期：%1。</translation>
    </message>
    <message>
        <source>The client&apos;s timer is running: %1.</source>
        <extracomment>%1: &quot;RTO&quot;, &quot;2 MSL&quot;</extracomment>
        <translation>客户端的定时器正在运行：%1。</translation>
    </message>
    <message>
        <source>The server&apos;s timer is running: %1.</source>
        <extracomment>%1: &quot;RTO&quot;, &quot;2 MSL&quot;</extracomment>
        <translation>服务器的定时器正在运行：%1。</translation>
    </message>
    <message>
        <source>Click: %1</source>
        <translation>点击：%1</translation>
    </message>
    <message>
        <source>Click to choose one of these:</source>
        <translation>点击后从以下选项中选择：</translation>
    </message>
    <message>
        <source>Possible now: %1</source>
        <translation>现在可以：%1</translation>
    </message>
    <message>
        <source>C</source>
        <extracomment>On the client&apos;s token: one letter or character</extracomment>
        <translation>客</translation>
    </message>
    <message>
        <source>S</source>
        <extracomment>On the server&apos;s token: one letter or character</extracomment>
        <translation>服</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export as SVG</source>
        <translation>导出为 SVG</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>State &amp;diagram</source>
        <translation>状态图(&amp;D)</translation>
    </message>
    <message>
        <source>Message &amp;sequence chart</source>
        <translation>消息序列图(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Both, side by side</source>
        <translation>两者并排(&amp;B)</translation>
    </message>
    <message>
        <source>On what ground</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>深色(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Transparent, for light slides and pages</source>
        <translation>透明(&amp;T)，适合浅色的幻灯片和页面</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>文件(&amp;F)：</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>选择(&amp;H)...</translation>
    </message>
</context>
<context>
    <name>FaultRuleEditor</name>
    <message>
        <source>Which segments it meets</source>
        <translation>它命中哪些报文段</translation>
    </message>
    <message>
        <source>&amp;Direction:</source>
        <translation>方向(&amp;D)：</translation>
    </message>
    <message>
        <source>Se&amp;gments:</source>
        <translation>报文段(&amp;G)：</translation>
    </message>
    <message>
        <source>With these flags:</source>
        <translation>带有这些标志：</translation>
    </message>
    <message>
        <source>Without these:</source>
        <translation>不带这些：</translation>
    </message>
    <message>
        <source>F&amp;irst one, by number:</source>
        <translation>从第几个开始(&amp;I)：</translation>
    </message>
    <message>
        <source>Then &amp;every:</source>
        <translation>之后每几个一次(&amp;E)：</translation>
    </message>
    <message>
        <source>At &amp;most so many:</source>
        <translation>最多几个(&amp;M)：</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>By a &amp;chance of:</source>
        <translation>概率(&amp;C)：</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Not &amp;before:</source>
        <translation>不早于(&amp;B)：</translation>
    </message>
    <message>
        <source>from the start on</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>Only &amp;after:</source>
        <translation>仅在此之后(&amp;A)：</translation>
    </message>
    <message>
        <source>State that must have been entered</source>
        <translation>必须进入过的状态</translation>
    </message>
    <message>
        <source>What happens to each of them</source>
        <translation>它们各自会怎样</translation>
    </message>
    <message>
        <source>What happens to each segment that is met</source>
        <translation>被命中的每个报文段会怎样</translation>
    </message>
    <message>
        <source>&amp;Later by:</source>
        <translation>推迟(&amp;L)：</translation>
    </message>
    <message>
        <source>Co&amp;pies besides it:</source>
        <translation>除它之外的副本数(&amp;P)：</translation>
    </message>
    <message>
        <source>From one to the ne&amp;xt:</source>
        <translation>相邻到达的间隔(&amp;X)：</translation>
    </message>
    <message>
        <source>&amp;Overtaken by so many:</source>
        <translation>被几个超过(&amp;O)：</translation>
    </message>
    <message>
        <source>Held no longer t&amp;han:</source>
        <translation>最多扣留(&amp;H)：</translation>
    </message>
</context>
<context>
    <name>FaultsDialog</name>
    <message>
        <source>Faults</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Rules for segments</source>
        <translation>报文段规则</translation>
    </message>
    <message>
        <source>Rules, in the order in which they are tried</source>
        <translation>规则，按尝试的顺序</translation>
    </message>
    <message>
        <source>A new rule after the selected one</source>
        <translation>在所选规则之后新建一条规则</translation>
    </message>
    <message>
        <source>&amp;New rule</source>
        <translation>新建规则(&amp;N)</translation>
    </message>
    <message>
        <source>The selected rule once more</source>
        <translation>再来一条所选的规则</translation>
    </message>
    <message>
        <source>Duplica&amp;te</source>
        <translation>复制规则(&amp;T)</translation>
    </message>
    <message>
        <source>Without the selected rule</source>
        <translation>去掉所选的规则</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>Try the selected rule earlier</source>
        <translation>更早尝试所选的规则</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Try the selected rule later</source>
        <translation>更晚尝试所选的规则</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>下移(&amp;W)</translation>
    </message>
    <message>
        <source>What the selected rule would have met in this run</source>
        <translation>所选规则在这次运行中会命中什么</translation>
    </message>
    <message>
        <source>Client&apos;s clockwork</source>
        <translation>客户端的计时机制</translation>
    </message>
    <message>
        <source>Server&apos;s clockwork</source>
        <translation>服务器的计时机制</translation>
    </message>
</context>
<context>
    <name>LibraryDialog</name>
    <message>
        <source>The library of scenarios</source>
        <translation>场景库</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search in titles, descriptions and names</source>
        <translation>在标题、说明和名称中搜索</translation>
    </message>
    <message>
        <source>No scenario tells of that. Fewer words find more.</source>
        <translation>没有讲到这个的场景。少用几个词，能找到更多。</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>What the scenario teaches</source>
        <translation>这个场景讲什么</translation>
    </message>
</context>
<context>
    <name>NetworkDelayDialog</name>
    <message>
        <source>Delay of the network</source>
        <translation>网络延迟</translation>
    </message>
    <message>
        <source>From the &amp;client to the server:</source>
        <translation>从客户端到服务器(&amp;C)：</translation>
    </message>
    <message>
        <source>From the &amp;server to the client:</source>
        <translation>从服务器到客户端(&amp;S)：</translation>
    </message>
    <message>
        <source>For what is sent from now on. What is on its way goes on as it was to.</source>
        <translation>对从现在起发送的报文段有效。已在途中的照原样继续。</translation>
    </message>
</context>
<context>
    <name>OpenConnectionDialog</name>
    <message>
        <source>Open a connection</source>
        <translation>打开连接</translation>
    </message>
    <message>
        <source>How it opens</source>
        <translation>打开方式</translation>
    </message>
    <message>
        <source>The server &amp;listens, the client opens</source>
        <translation>服务器监听，客户端打开(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Both open at the same moment (simultaneous open)</source>
        <translation>双方在同一时刻打开（同时打开）(&amp;B)</translation>
    </message>
    <message>
        <source>The client opens, &amp;nobody listens</source>
        <translation>客户端打开，但无人监听(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;TCP as in:</source>
        <translation>TCP 实现(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Address and port:</source>
        <translation>地址和端口(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Delay to the other side:</source>
        <translation>到另一方的延迟(&amp;D)：</translation>
    </message>
    <message>
        <source>Application:</source>
        <translation>应用程序：</translation>
    </message>
    <message>
        <source>Otherwise what arrives stays in the receive buffer, and the window closes once it is full.</source>
        <translation>否则，到达的数据会留在接收缓冲区中，缓冲区一满，窗口就会关闭。</translation>
    </message>
    <message>
        <source>&amp;reads what arrives</source>
        <translation>读取到达的数据(&amp;R)</translation>
    </message>
    <message>
        <source>r&amp;eads what arrives</source>
        <translation>读取到达的数据(&amp;E)</translation>
    </message>
    <message>
        <source>Asks whether the other side is still there when nothing has come from it for a long time.</source>
        <translation>长时间没有收到对端的任何报文段时，询问对端是否还在。</translation>
    </message>
    <message>
        <source>wants &amp;keep-alives</source>
        <translation>启用保活(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;wants keep-alives</source>
        <translation>启用保活(&amp;W)</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>会发生什么</translation>
    </message>
    <message>
        <source>TCP of the client</source>
        <translation>客户端的 TCP 实现</translation>
    </message>
    <message>
        <source>TCP of the server</source>
        <translation>服务器的 TCP 实现</translation>
    </message>
    <message>
        <source>Address and port of the client</source>
        <translation>客户端的地址和端口</translation>
    </message>
    <message>
        <source>Address and port of the server</source>
        <translation>服务器的地址和端口</translation>
    </message>
    <message>
        <source>Delay from the client to the server</source>
        <translation>从客户端到服务器的延迟</translation>
    </message>
    <message>
        <source>Delay from the server to the client</source>
        <translation>从服务器到客户端的延迟</translation>
    </message>
    <message>
        <source>The client&apos;s application reads what arrives</source>
        <translation>客户端的应用程序读取到达的数据</translation>
    </message>
    <message>
        <source>The server&apos;s application reads what arrives</source>
        <translation>服务器的应用程序读取到达的数据</translation>
    </message>
    <message>
        <source>The client&apos;s application wants keep-alives</source>
        <translation>客户端的应用程序启用保活</translation>
    </message>
    <message>
        <source>The server&apos;s application wants keep-alives</source>
        <translation>服务器的应用程序启用保活</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>&amp;Octets:</source>
        <translation>字节数(&amp;O)：</translation>
    </message>
    <message>
        <source>The segments carry the URG flag and the urgent pointer.</source>
        <translation>报文段带有 URG 标志和紧急指针。</translation>
    </message>
    <message>
        <source>&amp;urgent</source>
        <translation>紧急数据(&amp;U)</translation>
    </message>
</context>
<context>
    <name>SequenceChart</name>
    <message>
        <source>It runs out at %1.</source>
        <translation>到期时间：%1。</translation>
    </message>
    <message>
        <source>It ran out at %1.</source>
        <translation>到期时间：%1。</translation>
    </message>
    <message>
        <source>It was stopped at %1.</source>
        <translation>停止时间：%1。</translation>
    </message>
    <message>
        <source>It was restarted at %1.</source>
        <translation>重新启动时间：%1。</translation>
    </message>
    <message>
        <source>send %1</source>
        <extracomment>a call of the application; %1: a number of octets</extracomment>
        <translation>发送 %1</translation>
    </message>
    <message>
        <source>receive %1</source>
        <extracomment>a call of the application; %1: a number of octets</extracomment>
        <translation>接收 %1</translation>
    </message>
    <message>
        <source>error: reset</source>
        <translation>错误：被复位</translation>
    </message>
    <message>
        <source>error: refused</source>
        <translation>错误：被拒绝</translation>
    </message>
    <message>
        <source>error: timed out</source>
        <translation>错误：超时</translation>
    </message>
    <message>
        <source>error: given up</source>
        <translation>错误：已放弃</translation>
    </message>
    <message>
        <source>error: no answer</source>
        <translation>错误：无应答</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>nothing happens for %1</source>
        <translation>无事发生，持续 %1</translation>
    </message>
    <message>
        <source>data, %1 segments, %2 octets</source>
        <translation>数据，%1 个报文段，%2 字节</translation>
    </message>
    <message>
        <source>%1: refused</source>
        <extracomment>%1: a call of the application, such as &quot;close&quot;</extracomment>
        <translation>%1：被拒绝</translation>
    </message>
    <message>
        <source>sent by the client at %1</source>
        <extracomment>%1: a moment</extracomment>
        <translation>客户端发送，时间 %1</translation>
    </message>
    <message>
        <source>sent by the server at %1</source>
        <translation>服务器发送，时间 %1</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>从 %1 到 %2。</translation>
    </message>
    <message>
        <source>Click to fold it.</source>
        <translation>点击可将其折叠。</translation>
    </message>
    <message>
        <source>Click to see each segment.</source>
        <translation>点击可查看每个报文段。</translation>
    </message>
    <message>
        <source>Since %1.</source>
        <translation>开始时间：%1。</translation>
    </message>
    <message>
        <source>Started at %1, for %2.</source>
        <translation>启动时间：%1，时长 %2。</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <translation>%1，时刻 %2</translation>
    </message>
    <message>
        <source>crash</source>
        <translation>崩溃</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>cable out</source>
        <translation>断线</translation>
    </message>
    <message>
        <source>cable in</source>
        <translation>接线</translation>
    </message>
    <message>
        <source>not played yet</source>
        <translation>尚未播放</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>StatesDialog</name>
    <message>
        <source>The eleven states and how they are spelled</source>
        <translation>十一个状态及其写法</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>1 octet</source>
        <translation>1 字节</translation>
    </message>
    <message>
        <source>%1 octets</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>open (active)</source>
        <translation>打开（主动）</translation>
    </message>
    <message>
        <source>open (passive)</source>
        <translation>打开（被动）</translation>
    </message>
    <message>
        <source>send %1, urgent</source>
        <extracomment>%1: &quot;120 octets&quot;</extracomment>
        <translation>发送 %1，紧急</translation>
    </message>
    <message>
        <source>send %1</source>
        <translation>发送 %1</translation>
    </message>
    <message>
        <source>receive %1</source>
        <extracomment>%1: &quot;120 octets&quot;</extracomment>
        <translation>接收 %1</translation>
    </message>
    <message>
        <source>close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>close and go away</source>
        <translation>关闭并离开</translation>
    </message>
    <message>
        <source>abort</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>status</source>
        <translation>查询状态</translation>
    </message>
    <message>
        <source>RTO</source>
        <translation>RTO</translation>
    </message>
    <message>
        <source>2 MSL</source>
        <translation>2 MSL</translation>
    </message>
    <message>
        <source>delayed ACK</source>
        <translation>延迟 ACK</translation>
    </message>
    <message>
        <source>window probe</source>
        <translation>窗口探测</translation>
    </message>
    <message>
        <source>keep-alive</source>
        <translation>保活</translation>
    </message>
    <message>
        <source>FIN_WAIT_2 time-out</source>
        <translation>FIN_WAIT_2 超时</translation>
    </message>
    <message>
        <source>user time-out</source>
        <translation>用户超时</translation>
    </message>
    <message>
        <source>If the acknowledgment does not come before it expires, the segment is sent again.</source>
        <translation>如果到期之前没有收到确认，报文段将被重传。</translation>
    </message>
    <message>
        <source>When it expires, TIME_WAIT is over.</source>
        <translation>到期时，TIME_WAIT 结束。</translation>
    </message>
    <message>
        <source>The acknowledgment waits for this long, in case it can ride on data.</source>
        <translation>确认会等待这么久，以便有机会由数据捎带。</translation>
    </message>
    <message>
        <source>When it expires, a probe asks whether the peer&apos;s window is still too small.</source>
        <translation>到期时，发送探测报文段，询问对端的窗口是否仍然太小。</translation>
    </message>
    <message>
        <source>When it expires, a probe asks whether the peer is still there.</source>
        <translation>到期时，发送探测报文段，询问对端是否还在。</translation>
    </message>
    <message>
        <source>When it expires, the stack stops waiting for the peer&apos;s FIN: the application is gone.</source>
        <translation>到期时，协议栈不再等待对端的 FIN：应用程序已经离开。</translation>
    </message>
    <message>
        <source>If data is still unacknowledged when it expires, the connection is given up.</source>
        <translation>如果到期时仍有数据未被确认，就放弃该连接。</translation>
    </message>
    <message>
        <source>retransmission</source>
        <translation>重传</translation>
    </message>
    <message>
        <source>challenge ACK</source>
        <translation>质询 ACK</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>复位</translation>
    </message>
    <message>
        <source>segment sent</source>
        <translation>发送报文段</translation>
    </message>
    <message>
        <source>segment sent again</source>
        <translation>重传报文段</translation>
    </message>
    <message>
        <source>window probe sent</source>
        <translation>发送窗口探测</translation>
    </message>
    <message>
        <source>keep-alive sent</source>
        <translation>发送保活探测</translation>
    </message>
    <message>
        <source>challenge ACK sent</source>
        <translation>发送质询 ACK</translation>
    </message>
    <message>
        <source>reset sent</source>
        <translation>发送复位</translation>
    </message>
    <message>
        <source>dropped by hand</source>
        <translation>被手动丢弃</translation>
    </message>
    <message>
        <source>an ACK is awaited</source>
        <translation>等待 ACK</translation>
    </message>
    <message>
        <source>both FINs are acknowledged</source>
        <translation>两个 FIN 都已被确认</translation>
    </message>
    <message>
        <source>the ACK may ride on data</source>
        <translation>ACK 可以由数据捎带</translation>
    </message>
    <message>
        <source>the peer&apos;s window is too small</source>
        <translation>对端的窗口太小</translation>
    </message>
    <message>
        <source>nothing has come from the peer</source>
        <translation>没有收到对端的任何报文段</translation>
    </message>
    <message>
        <source>the peer&apos;s FIN has not come</source>
        <translation>对端的 FIN 还没有来</translation>
    </message>
    <message>
        <source>data is not acknowledged</source>
        <translation>数据未被确认</translation>
    </message>
    <message>
        <source>application reads</source>
        <translation>应用程序读取</translation>
    </message>
    <message>
        <source>application asked for the status</source>
        <translation>应用程序查询状态</translation>
    </message>
    <message>
        <source>%1 arrived</source>
        <translation>%1 到达</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 发送</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 丢失</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 停止</translation>
    </message>
    <message>
        <source>%1 expired</source>
        <translation>%1 到期</translation>
    </message>
    <message>
        <source>planned for when it is in %1</source>
        <extracomment>%1: a state</extracomment>
        <translation>计划在它进入 %1 时执行</translation>
    </message>
    <message>
        <source>planned for when the client is in %1</source>
        <extracomment>%1: a state</extracomment>
        <translation>计划在客户端进入 %1 时执行</translation>
    </message>
    <message>
        <source>planned for when the server is in %1</source>
        <extracomment>%1: a state</extracomment>
        <translation>计划在服务器进入 %1 时执行</translation>
    </message>
    <message>
        <source>no ACK came in time</source>
        <translation>没有及时收到 ACK</translation>
    </message>
    <message>
        <source>has the peer&apos;s window opened?</source>
        <translation>对端的窗口打开了吗？</translation>
    </message>
    <message>
        <source>is the peer still there?</source>
        <translation>对端还在吗？</translation>
    </message>
    <message>
        <source>sent at %1</source>
        <extracomment>%1: a moment</extracomment>
        <translation>发送时间 %1</translation>
    </message>
    <message>
        <source>started %1 ago</source>
        <extracomment>%1: a duration</extracomment>
        <translation>%1 前启动</translation>
    </message>
    <message>
        <source>call: %1</source>
        <translation>调用：%1</translation>
    </message>
    <message>
        <source>call refused: %1</source>
        <translation>调用被拒绝：%1</translation>
    </message>
    <message>
        <source>segment arrived</source>
        <translation>报文段到达</translation>
    </message>
    <message>
        <source>segment lost</source>
        <translation>报文段丢失</translation>
    </message>
    <message>
        <source>segment not used</source>
        <translation>报文段未被采用</translation>
    </message>
    <message>
        <source>%1 started</source>
        <translation>%1 启动</translation>
    </message>
    <message>
        <source>%1 restarted</source>
        <translation>%1 重新启动</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>There is no connection here: a RST is sent in answer.</source>
        <translation>这里没有连接：以 RST 应答。</translation>
    </message>
    <message>
        <source>A RST for a connection that does not exist is ignored.</source>
        <translation>针对不存在的连接的 RST 被忽略。</translation>
    </message>
    <message>
        <source>A listener has sent nothing that a RST could answer: it is ignored.</source>
        <translation>监听端没有发送过任何可以用 RST 应答的报文段：忽略它。</translation>
    </message>
    <message>
        <source>A listener has sent nothing that could be acknowledged: a RST is sent in answer.</source>
        <translation>监听端没有发送过任何可以被确认的内容：以 RST 应答。</translation>
    </message>
    <message>
        <source>It carries neither SYN nor RST: nothing here can use it.</source>
        <translation>它既没有 SYN 也没有 RST：在这里没有用处。</translation>
    </message>
    <message>
        <source>It acknowledges something that this SYN&apos;s sender never sent: a RST is sent in answer.</source>
        <translation>它确认了发送 SYN 的一方从未发送过的内容：以 RST 应答。</translation>
    </message>
    <message>
        <source>The RST does not acknowledge our SYN, so it is not meant for it: ignored.</source>
        <translation>这个 RST 没有确认我们的 SYN，所以不是针对它的：忽略。</translation>
    </message>
    <message>
        <source>Without an ACK of our SYN nobody can tell what the RST answers: ignored.</source>
        <translation>没有对我们 SYN 的 ACK，就无法知道这个 RST 在回应什么：忽略。</translation>
    </message>
    <message>
        <source>Its sequence numbers lie outside the receive window: dropped, and an ACK says what is expected.</source>
        <translation>它的序号在接收窗口之外：丢弃，并用 ACK 说明期待什么。</translation>
    </message>
    <message>
        <source>The receive window is zero, so its text cannot be taken: an ACK says what is expected.</source>
        <translation>接收窗口为零，无法接受它的数据：用 ACK 说明期待什么。</translation>
    </message>
    <message>
        <source>The RST lies outside the receive window: ignored.</source>
        <translation>这个 RST 在接收窗口之外：忽略。</translation>
    </message>
    <message>
        <source>The RST is inside the window, but not at the next number expected. It may be forged: a challenge ACK asks the peer to confirm it.</source>
        <translation>这个 RST 在窗口之内，但不在下一个期待的序号上。它可能是伪造的：用质询 ACK 请对端确认。</translation>
    </message>
    <message>
        <source>A RST must not cut TIME_WAIT short: ignored.</source>
        <translation>RST 不得缩短 TIME_WAIT：忽略。</translation>
    </message>
    <message>
        <source>A SYN does not belong into an existing connection: a challenge ACK asks the peer whether it began anew.</source>
        <translation>SYN 不属于已有的连接：用质询 ACK 询问对端是否已重新开始。</translation>
    </message>
    <message>
        <source>Its timestamp is older than one that was already accepted: an old duplicate, answered with an ACK.</source>
        <translation>它的时间戳比已接受的更旧：这是旧的重复报文段，以 ACK 应答。</translation>
    </message>
    <message>
        <source>Both sides agreed on timestamps, but this segment carries none: dropped.</source>
        <translation>双方已约定使用时间戳，但这个报文段没有：丢弃。</translation>
    </message>
    <message>
        <source>Every segment of a connection carries an ACK, this one does not: dropped.</source>
        <translation>连接中的每个报文段都带有 ACK，这个没有：丢弃。</translation>
    </message>
    <message>
        <source>It does not acknowledge our SYN: a RST is sent in answer.</source>
        <translation>它没有确认我们的 SYN：以 RST 应答。</translation>
    </message>
    <message>
        <source>It acknowledges something that was not sent yet: dropped, and an ACK says what was.</source>
        <translation>它确认了尚未发送的内容：丢弃，并用 ACK 说明实际发送到哪里。</translation>
    </message>
    <message>
        <source>Its acknowledgment is older than any window this side was ever given: dropped, and an ACK is sent.</source>
        <translation>它的确认号比本端得到过的任何窗口都旧：丢弃，并发送 ACK。</translation>
    </message>
    <message>
        <source>Only the acknowledgment of our FIN is of use here, and this is not it.</source>
        <translation>这里只需要对我们 FIN 的确认，而它不是。</translation>
    </message>
    <message>
        <source>The peer has sent its FIN: nothing can come after it. Ignored.</source>
        <translation>对端已经发送了 FIN，其后不会再有数据：忽略。</translation>
    </message>
    <message>
        <source>Everything in it had already arrived.</source>
        <translation>其中的内容早已全部到达。</translation>
    </message>
    <message>
        <source>Something before it is missing: it is kept until the gap is filled.</source>
        <translation>它前面缺少数据：先保留，直到缺口补齐。</translation>
    </message>
    <message>
        <source>The peer repeats its FIN, so our last ACK was lost: it is acknowledged again, and 2 MSL begin anew.</source>
        <translation>对端重复了它的 FIN，说明我们最后的 ACK 丢失了：再次确认，并重新开始 2 MSL。</translation>
    </message>
    <message>
        <source>%1 RFC 9293 calls it “%2”.</source>
        <extracomment>%1: a sentence, %2: the error as the RFC words it, in English</extracomment>
        <translation>%1RFC 9293 的原文是“%2”。</translation>
    </message>
    <message>
        <source>There is no connection on this side: it must be opened first.</source>
        <translation>这一方没有连接：必须先打开。</translation>
    </message>
    <message>
        <source>This side is already open: it must reach CLOSED before it can open again.</source>
        <translation>这一方已经打开：必须先到达 CLOSED 才能再次打开。</translation>
    </message>
    <message>
        <source>The connection is already being closed.</source>
        <translation>连接已经在关闭。</translation>
    </message>
    <message>
        <source>Nobody has said yet whom to connect to.</source>
        <translation>还没有指定要连接到谁。</translation>
    </message>
    <message>
        <source>Sending needs at least one octet.</source>
        <translation>至少要发送一个字节。</translation>
    </message>
    <message>
        <source>This timer is not running now.</source>
        <translation>这个定时器现在没有运行。</translation>
    </message>
    <message>
        <source>This segment is no longer on its way.</source>
        <translation>这个报文段已经不在途中。</translation>
    </message>
    <message>
        <source>signal: connected</source>
        <translation>通知：已连接</translation>
    </message>
    <message>
        <source>%1 delivered</source>
        <translation>交付 %1</translation>
    </message>
    <message>
        <source>signal: urgent data</source>
        <translation>通知：紧急数据</translation>
    </message>
    <message>
        <source>%1 acknowledged</source>
        <translation>%1已被确认</translation>
    </message>
    <message>
        <source>signal: peer has closed</source>
        <translation>通知：对端已关闭</translation>
    </message>
    <message>
        <source>signal: close completed</source>
        <translation>通知：关闭完成</translation>
    </message>
    <message>
        <source>signal: connection closed</source>
        <translation>通知：连接已关闭</translation>
    </message>
    <message>
        <source>error: closing</source>
        <translation>错误：正在关闭</translation>
    </message>
    <message>
        <source>The application has closed before the connection was open: what it had queued to be sent or received will never be. RFC 9293 words it “error: closing”.</source>
        <translation>应用程序在连接打开之前就关闭了：它排队等待发送或接收的内容永远不会被发送或接收。RFC 9293 的说法是“error: closing”。</translation>
    </message>
    <message>
        <source>error: connection reset</source>
        <translation>错误：连接被复位</translation>
    </message>
    <message>
        <source>error: connection refused</source>
        <translation>错误：连接被拒绝</translation>
    </message>
    <message>
        <source>error: user timeout</source>
        <translation>错误：用户超时</translation>
    </message>
    <message>
        <source>error: no answer</source>
        <translation>错误：无应答</translation>
    </message>
    <message>
        <source>error: keep-alive failed</source>
        <translation>错误：保活失败</translation>
    </message>
    <message>
        <source>error: FIN_WAIT_2 given up</source>
        <translation>错误：已放弃 FIN_WAIT_2</translation>
    </message>
    <message>
        <source>The application is told that the connection is open.</source>
        <translation>通知应用程序连接已打开。</translation>
    </message>
    <message>
        <source>The application has received these octets, in order.</source>
        <translation>应用程序已按顺序收到这些字节。</translation>
    </message>
    <message>
        <source>The application is told that urgent data is coming.</source>
        <translation>通知应用程序有紧急数据即将到来。</translation>
    </message>
    <message>
        <source>The peer has acknowledged these octets: as far as TCP can know, they have arrived.</source>
        <translation>对端已确认这些字节：就 TCP 所知，它们已经到达。</translation>
    </message>
    <message>
        <source>The application is told that the peer has sent its last octet. RFC 9293 words it “connection closing”.</source>
        <translation>通知应用程序对端已发送最后一个字节。RFC 9293 的原文是“connection closing”。</translation>
    </message>
    <message>
        <source>Our FIN is acknowledged, and with it everything that was sent before: the close has succeeded.</source>
        <translation>我们的 FIN 已被确认，之前发送的一切也随之得到确认：关闭成功。</translation>
    </message>
    <message>
        <source>The connection has come to its regular end.</source>
        <translation>连接正常结束。</translation>
    </message>
    <message>
        <source>The connection is gone, and what was on its way may be lost. RFC 9293 words it “error: connection reset”.</source>
        <translation>连接已不存在，途中的内容可能丢失。RFC 9293 的原文是“error: connection reset”。</translation>
    </message>
    <message>
        <source>Nobody listens there. RFC 9293 words it “error: connection refused”.</source>
        <translation>那里无人监听。RFC 9293 的原文是“error: connection refused”。</translation>
    </message>
    <message>
        <source>Data stayed unacknowledged for too long. RFC 9293 words it “error: connection aborted due to user timeout”.</source>
        <translation>数据太久未被确认。RFC 9293 的原文是“error: connection aborted due to user timeout”。</translation>
    </message>
    <message>
        <source>The last retransmission stayed without an answer: the connection has failed.</source>
        <translation>最后一次重传也没有得到应答：连接失败。</translation>
    </message>
    <message>
        <source>The peer answered none of the keep-alive probes: it is taken for dead.</source>
        <translation>对端没有应答任何保活探测：认为它已经失效。</translation>
    </message>
    <message>
        <source>The stack stopped waiting for the peer&apos;s FIN. No application was left to be told.</source>
        <translation>协议栈不再等待对端的 FIN。已经没有应用程序可以通知。</translation>
    </message>
    <message>
        <source>data,URG</source>
        <translation>数据,URG</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>ack %1</source>
        <translation>ack %1</translation>
    </message>
    <message>
        <source>seq %1</source>
        <translation>seq %1</translation>
    </message>
    <message>
        <source>seq %1 ack %2</source>
        <translation>seq %1 ack %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: &quot;seq 1&quot;, %2: &quot;120 octets&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, window 0</source>
        <translation>%1，窗口 0</translation>
    </message>
    <message>
        <source>MSS %1</source>
        <translation>MSS %1</translation>
    </message>
    <message>
        <source>window scale %1</source>
        <translation>窗口缩放 %1</translation>
    </message>
    <message>
        <source>SACK permitted</source>
        <translation>允许 SACK</translation>
    </message>
    <message>
        <source>timestamps %1/%2</source>
        <extracomment>%1: TSval, %2: TSecr</extracomment>
        <translation>时间戳 %1/%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>on its way, due at %1</source>
        <translation>在途中，预计到达时间 %1</translation>
    </message>
    <message>
        <source>arrived at %1</source>
        <translation>到达时间 %1</translation>
    </message>
    <message>
        <source>lost at %1</source>
        <translation>丢失时间 %1</translation>
    </message>
    <message>
        <source>client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>RFC: %1; ss: %2</source>
        <extracomment>%1: the state as RFC 9293 spells it, %2: as the ss tool spells it</extracomment>
        <translation>RFC：%1；ss：%2</translation>
    </message>
    <message>
        <source>client is in %1</source>
        <translation>客户端处于 %1</translation>
    </message>
    <message>
        <source>server is in %1</source>
        <translation>服务器处于 %1</translation>
    </message>
    <message>
        <source>There is no connection: nothing is remembered and nothing is waited for.</source>
        <translation>没有连接：什么都不记录，也什么都不等待。</translation>
    </message>
    <message>
        <source>A server waits for a SYN from anybody who wants to connect.</source>
        <translation>服务器等待任何想要连接的一方发来的 SYN。</translation>
    </message>
    <message>
        <source>We asked for a connection: our SYN is sent, and the peer&apos;s SYN,ACK has not come yet.</source>
        <translation>我们请求了连接：SYN 已发送，对端的 SYN,ACK 还没有到。</translation>
    </message>
    <message>
        <source>A SYN came and was answered with ours. The acknowledgment of our SYN is still missing.</source>
        <translation>收到了 SYN，并以我们的 SYN 应答。还缺少对我们 SYN 的确认。</translation>
    </message>
    <message>
        <source>The connection is open in both directions. This is where data normally flows.</source>
        <translation>连接在两个方向上都已打开。数据通常就在这个状态下传输。</translation>
    </message>
    <message>
        <source>Our application closed first. Our FIN follows the data before it and is not acknowledged yet. Normally this is very short.</source>
        <translation>我们的应用程序先关闭。我们的 FIN 跟在之前的数据后面，尚未被确认。这个状态通常非常短暂。</translation>
    </message>
    <message>
        <source>Our FIN is acknowledged; the peer&apos;s has not come. It may last as long as the peer&apos;s application likes.</source>
        <translation>我们的 FIN 已被确认，对端的 FIN 还没有来。这个状态持续多久由对端的应用程序决定。</translation>
    </message>
    <message>
        <source>Both sides closed at once: the peer sent its FIN before ours had reached it, and it came before the acknowledgment of ours. Rare.</source>
        <translation>双方同时关闭：对端在收到我们的 FIN 之前就发送了自己的 FIN，并且它先于对我们 FIN 的确认到达。很少见。</translation>
    </message>
    <message>
        <source>Both FINs are acknowledged. This side waits for 2 MSL, so that a lost last ACK can be repeated and old duplicates die out in the network.</source>
        <translation>两个 FIN 都已被确认。这一方等待 2 MSL，以便最后的 ACK 丢失时可以重发，并让旧的重复报文段在网络中消失。</translation>
    </message>
    <message>
        <source>The peer has closed its direction; ours is still open until our application closes. Many sockets that stay here mean an application that forgot to close.</source>
        <translation>对端已关闭它的方向；我们的方向仍然打开，直到我们的应用程序关闭。如果有很多套接字停留在这里，说明应用程序忘记了关闭。</translation>
    </message>
    <message>
        <source>The peer closed first and now we have closed too. Our FIN is sent; only its acknowledgment is missing.</source>
        <translation>对端先关闭，现在我们也关闭了。我们的 FIN 已发送，只差对它的确认。</translation>
    </message>
    <message>
        <source>An active open leads to SYN_SENT, a passive open to LISTEN.</source>
        <translation>主动打开进入 SYN_SENT，被动打开进入 LISTEN。</translation>
    </message>
    <message>
        <source>A SYN leads to SYN_RECEIVED. A send turns the open into an active one and leads to SYN_SENT; a close leads back to CLOSED.</source>
        <translation>收到 SYN 进入 SYN_RECEIVED。发送数据会把被动打开变成主动打开，进入 SYN_SENT；关闭则回到 CLOSED。</translation>
    </message>
    <message>
        <source>A SYN,ACK leads to ESTABLISHED, a SYN alone to SYN_RECEIVED (simultaneous open). A RST, a time-out or a close leads to CLOSED.</source>
        <translation>收到 SYN,ACK 进入 ESTABLISHED，只收到 SYN 则进入 SYN_RECEIVED（同时打开）。收到 RST、超时或关闭则进入 CLOSED。</translation>
    </message>
    <message>
        <source>The ACK of our SYN leads to ESTABLISHED, a close to FIN_WAIT_1. A RST leads back to LISTEN, or to CLOSED if we opened actively; so may a time-out.</source>
        <translation>收到对我们 SYN 的 ACK 进入 ESTABLISHED，关闭则进入 FIN_WAIT_1。收到 RST 回到 LISTEN，若是主动打开则进入 CLOSED；超时也可能如此。</translation>
    </message>
    <message>
        <source>A close leads to FIN_WAIT_1, the peer&apos;s FIN to CLOSE_WAIT.</source>
        <translation>关闭进入 FIN_WAIT_1，收到对端的 FIN 进入 CLOSE_WAIT。</translation>
    </message>
    <message>
        <source>The ACK of our FIN leads to FIN_WAIT_2, the peer&apos;s FIN to CLOSING. A FIN that also acknowledges ours leads straight to TIME_WAIT.</source>
        <translation>收到对我们 FIN 的 ACK 进入 FIN_WAIT_2，收到对端的 FIN 进入 CLOSING。收到同时确认了我们 FIN 的 FIN 则直接进入 TIME_WAIT。</translation>
    </message>
    <message>
        <source>The peer&apos;s FIN leads to TIME_WAIT. Some stacks give up after a time-out once the application is gone.</source>
        <translation>收到对端的 FIN 进入 TIME_WAIT。应用程序离开之后，有些协议栈会在超时后放弃等待。</translation>
    </message>
    <message>
        <source>The ACK of our FIN leads to TIME_WAIT.</source>
        <translation>收到对我们 FIN 的 ACK 进入 TIME_WAIT。</translation>
    </message>
    <message>
        <source>When 2 MSL are over, the state is CLOSED. If the peer repeats its FIN, it is acknowledged again and the wait begins anew.</source>
        <translation>2 MSL 结束后进入 CLOSED。如果对端重复它的 FIN，则再次确认，并重新开始等待。</translation>
    </message>
    <message>
        <source>A close of our application sends our FIN and leads to LAST_ACK.</source>
        <translation>我们的应用程序关闭时发送我们的 FIN，并进入 LAST_ACK。</translation>
    </message>
    <message>
        <source>The ACK of our FIN leads to CLOSED.</source>
        <translation>收到对我们 FIN 的 ACK 进入 CLOSED。</translation>
    </message>
    <message>
        <source>may send</source>
        <translation>可以发送</translation>
    </message>
    <message>
        <source>may send: queued</source>
        <translation>可以发送：先排队</translation>
    </message>
    <message>
        <source>may not send</source>
        <translation>不能发送</translation>
    </message>
    <message>
        <source>may receive</source>
        <translation>可以接收</translation>
    </message>
    <message>
        <source>nothing to receive</source>
        <translation>没有可接收的</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1.%2 s</source>
        <translation>%1.%2 s</translation>
    </message>
    <message>
        <source>active open</source>
        <translation>主动打开</translation>
    </message>
    <message>
        <source>passive open</source>
        <translation>被动打开</translation>
    </message>
    <message>
        <source>send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>close, data unread</source>
        <translation>关闭，有未读数据</translation>
    </message>
    <message>
        <source>SYN</source>
        <translation>SYN</translation>
    </message>
    <message>
        <source>new SYN</source>
        <translation>新的 SYN</translation>
    </message>
    <message>
        <source>SYN,ACK</source>
        <translation>SYN,ACK</translation>
    </message>
    <message>
        <source>ACK of SYN</source>
        <translation>SYN 的 ACK</translation>
    </message>
    <message>
        <source>FIN</source>
        <translation>FIN</translation>
    </message>
    <message>
        <source>FIN, ACK of FIN</source>
        <translation>FIN 及 FIN 的 ACK</translation>
    </message>
    <message>
        <source>ACK of FIN</source>
        <translation>FIN 的 ACK</translation>
    </message>
    <message>
        <source>RST</source>
        <translation>RST</translation>
    </message>
    <message>
        <source>SYN again</source>
        <translation>再次 SYN</translation>
    </message>
    <message>
        <source>SYN in window</source>
        <translation>窗口内的 SYN</translation>
    </message>
    <message>
        <source>data after close</source>
        <translation>关闭后的数据</translation>
    </message>
    <message>
        <source>retries used up</source>
        <translation>重试用尽</translation>
    </message>
    <message>
        <source>keep-alive failed</source>
        <translation>保活失败</translation>
    </message>
    <message>
        <source>2 MSL over</source>
        <translation>2 MSL 结束</translation>
    </message>
    <message>
        <source>application opened actively</source>
        <translation>应用程序主动打开</translation>
    </message>
    <message>
        <source>application listens</source>
        <translation>应用程序监听</translation>
    </message>
    <message>
        <source>application sent data</source>
        <translation>应用程序发送数据</translation>
    </message>
    <message>
        <source>application closed</source>
        <translation>应用程序关闭</translation>
    </message>
    <message>
        <source>application closed with data unread</source>
        <translation>应用程序关闭时有未读数据</translation>
    </message>
    <message>
        <source>application aborted</source>
        <translation>应用程序中止</translation>
    </message>
    <message>
        <source>SYN arrived</source>
        <translation>SYN 到达</translation>
    </message>
    <message>
        <source>SYN of a new connection arrived</source>
        <translation>新连接的 SYN 到达</translation>
    </message>
    <message>
        <source>SYN,ACK arrived</source>
        <translation>SYN,ACK 到达</translation>
    </message>
    <message>
        <source>our SYN is acknowledged</source>
        <translation>我们的 SYN 已被确认</translation>
    </message>
    <message>
        <source>FIN arrived</source>
        <translation>FIN 到达</translation>
    </message>
    <message>
        <source>FIN arrived and acknowledges ours</source>
        <translation>FIN 到达，并确认了我们的 FIN</translation>
    </message>
    <message>
        <source>our FIN is acknowledged</source>
        <translation>我们的 FIN 已被确认</translation>
    </message>
    <message>
        <source>RST arrived</source>
        <translation>RST 到达</translation>
    </message>
    <message>
        <source>RST arrived; the listener goes on</source>
        <translation>RST 到达；监听端继续监听</translation>
    </message>
    <message>
        <source>RST arrived: the SYN was an old duplicate</source>
        <translation>RST 到达：那个 SYN 是旧的重复报文段</translation>
    </message>
    <message>
        <source>another SYN arrived; the listener goes on</source>
        <translation>又一个 SYN 到达；监听端继续监听</translation>
    </message>
    <message>
        <source>SYN inside the window arrived</source>
        <translation>窗口内的 SYN 到达</translation>
    </message>
    <message>
        <source>data arrived for an application that is gone</source>
        <translation>数据到达，但应用程序已经离开</translation>
    </message>
    <message>
        <source>no answer after all retries</source>
        <translation>用尽重试后仍无应答</translation>
    </message>
    <message>
        <source>no answer after all retries; the listener goes on</source>
        <translation>用尽重试后仍无应答；监听端继续监听</translation>
    </message>
    <message>
        <source>user time-out over</source>
        <translation>用户超时到期</translation>
    </message>
    <message>
        <source>keep-alive probes stayed unanswered</source>
        <translation>保活探测没有得到应答</translation>
    </message>
    <message>
        <source>the peer&apos;s FIN did not come in time</source>
        <translation>对端的 FIN 没有及时到来</translation>
    </message>
    <message>
        <source>The application asks for a connection; a SYN is sent.</source>
        <translation>应用程序请求连接；发送 SYN。</translation>
    </message>
    <message>
        <source>The application is ready for whoever wants to connect.</source>
        <translation>应用程序准备好接受任何想要连接的一方。</translation>
    </message>
    <message>
        <source>The listening application sends data: its passive open becomes an active one.</source>
        <translation>正在监听的应用程序发送数据：被动打开变成主动打开。</translation>
    </message>
    <message>
        <source>The application has no more data to send.</source>
        <translation>应用程序没有更多数据要发送。</translation>
    </message>
    <message>
        <source>The application is gone and never read all that had arrived. A RST tells the peer that data was lost.</source>
        <translation>应用程序已经离开，没有读完到达的数据。用 RST 告诉对端有数据丢失。</translation>
    </message>
    <message>
        <source>The application gives the connection up, and all data on its way with it.</source>
        <translation>应用程序放弃连接，也放弃了途中的全部数据。</translation>
    </message>
    <message>
        <source>A SYN arrives: the peer asks for a connection.</source>
        <translation>SYN 到达：对端请求连接。</translation>
    </message>
    <message>
        <source>A SYN arrives that is newer than everything in the old connection: a new one may begin before 2 MSL are over.</source>
        <translation>到达的 SYN 比旧连接中的一切都新：不必等 2 MSL 结束，就可以开始新连接。</translation>
    </message>
    <message>
        <source>The peer accepts: its SYN arrives together with the ACK of ours.</source>
        <translation>对端接受：它的 SYN 和对我们 SYN 的 ACK 一起到达。</translation>
    </message>
    <message>
        <source>The peer acknowledges our SYN: both sides know both numbers now.</source>
        <translation>对端确认了我们的 SYN：现在双方都知道两个序号。</translation>
    </message>
    <message>
        <source>The peer&apos;s FIN arrives: it has no more data to send.</source>
        <translation>对端的 FIN 到达：它没有更多数据要发送。</translation>
    </message>
    <message>
        <source>The peer&apos;s FIN arrives and acknowledges ours as well: two steps in one.</source>
        <translation>对端的 FIN 到达，同时确认了我们的 FIN：两步并作一步。</translation>
    </message>
    <message>
        <source>The peer acknowledges our FIN.</source>
        <translation>对端确认了我们的 FIN。</translation>
    </message>
    <message>
        <source>An acceptable RST arrives: the peer knows nothing of this connection, or wants nothing of it any more.</source>
        <translation>到达一个可接受的 RST：对端不知道这个连接，或者不再想要它。</translation>
    </message>
    <message>
        <source>A RST arrives before the handshake is over. The listener goes on and its application need not know.</source>
        <translation>握手结束之前 RST 到达。监听端继续监听，其应用程序无需知道。</translation>
    </message>
    <message>
        <source>The SYN that reopened the connection was an old duplicate: its supposed sender answers with a RST, and TIME_WAIT goes on.</source>
        <translation>重新打开连接的 SYN 是旧的重复报文段：所谓的发送方以 RST 应答，TIME_WAIT 继续。</translation>
    </message>
    <message>
        <source>Another SYN arrives before the handshake is over. After a passive open the listener goes back to where it began.</source>
        <translation>握手结束之前又到达一个 SYN。若是被动打开，监听端回到起点。</translation>
    </message>
    <message>
        <source>A SYN arrives inside the window. Without the protection of RFC 5961 this is an error that resets the connection.</source>
        <translation>窗口内到达一个 SYN。没有 RFC 5961 的保护，这是会复位连接的错误。</translation>
    </message>
    <message>
        <source>New data arrives, but the application is gone and nobody will read it. A RST tells the peer so.</source>
        <translation>新数据到达，但应用程序已经离开，没有人会读取它。用 RST 告诉对端。</translation>
    </message>
    <message>
        <source>The SYN,ACK was never acknowledged: the listener goes back to waiting for others.</source>
        <translation>SYN,ACK 始终没有被确认：监听端回去等待其他连接。</translation>
    </message>
    <message>
        <source>Data stayed unacknowledged for longer than the application is willing to wait.</source>
        <translation>数据未被确认的时间超过了应用程序愿意等待的时间。</translation>
    </message>
    <message>
        <source>The connection was idle and the peer answered none of the keep-alive probes.</source>
        <translation>连接空闲，对端没有应答任何保活探测。</translation>
    </message>
    <message>
        <source>The application is gone and the peer&apos;s FIN does not come: the stack stops waiting. RFC 9293 knows no such time-out.</source>
        <translation>应用程序已经离开，对端的 FIN 也不来：协议栈不再等待。RFC 9293 没有这种超时。</translation>
    </message>
    <message>
        <source>Twice the maximum segment lifetime has passed: nothing of this connection can be on its way any more.</source>
        <translation>已经过了两倍的最大报文段寿命：网络中不可能再有这个连接的任何报文段。</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>%1: the state before, %2: the state after</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>As on an edge of the RFC&apos;s figure. %1: what happens, %2: what is sent in answer</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Drawn in RFC 9293, Figure 5.</source>
        <translation>RFC 9293 图 5 中画出。</translation>
    </message>
    <message>
        <source>Only in the notes to RFC 9293, Figure 5.</source>
        <translation>仅见于 RFC 9293 图 5 的注释。</translation>
    </message>
    <message>
        <source>Not in RFC 9293, Figure 5.</source>
        <translation>不在 RFC 9293 图 5 中。</translation>
    </message>
    <message>
        <source>computer crashes</source>
        <translation>计算机崩溃</translation>
    </message>
    <message>
        <source>computer restarts</source>
        <translation>计算机重启</translation>
    </message>
    <message>
        <source>cable pulled</source>
        <translation>网线拔出</translation>
    </message>
    <message>
        <source>cable plugged in</source>
        <translation>网线插回</translation>
    </message>
    <message>
        <source>forged</source>
        <translation>伪造</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>The client&apos;s application calls: %1.</source>
        <extracomment>%1: &quot;close&quot;, &quot;send 100 octets&quot;</extracomment>
        <translation>客户端的应用程序调用：%1。</translation>
    </message>
    <message>
        <source>The server&apos;s application calls: %1.</source>
        <extracomment>%1: &quot;close&quot;, &quot;send 100 octets&quot;</extracomment>
        <translation>服务器的应用程序调用：%1。</translation>
    </message>
    <message>
        <source>The client&apos;s timer runs out: %1.</source>
        <extracomment>%1: &quot;RTO&quot;, &quot;2 MSL&quot;</extracomment>
        <translation>客户端的定时器到期：%1。</translation>
    </message>
    <message>
        <source>The server&apos;s timer runs out: %1.</source>
        <extracomment>%1: &quot;RTO&quot;, &quot;2 MSL&quot;</extracomment>
        <translation>服务器的定时器到期：%1。</translation>
    </message>
    <message>
        <source>The client&apos;s timer is stopped: %1.</source>
        <extracomment>%1: &quot;RTO&quot;, &quot;2 MSL&quot;</extracomment>
        <translation>客户端的定时器被停止：%1。</translation>
    </message>
    <message>
        <source>The server&apos;s timer is stopped: %1.</source>
        <extracomment>%1: &quot;RTO&quot;, &quot;2 MSL&quot;</extracomment>
        <translation>服务器的定时器被停止：%1。</translation>
    </message>
    <message>
        <source>The client&apos;s timer takes longer: %1, by %2.</source>
        <extracomment>%1: &quot;RTO&quot;, &quot;2 MSL&quot;; %2: a duration</extracomment>
        <translation>客户端的定时器延长 %2：%1。</translation>
    </message>
    <message>
        <source>The server&apos;s timer takes longer: %1, by %2.</source>
        <extracomment>%1: &quot;RTO&quot;, &quot;2 MSL&quot;; %2: a duration</extracomment>
        <translation>服务器的定时器延长 %2：%1。</translation>
    </message>
    <message>
        <source>The client&apos;s computer crashes.</source>
        <translation>客户端的计算机崩溃。</translation>
    </message>
    <message>
        <source>The server&apos;s computer crashes.</source>
        <translation>服务器的计算机崩溃。</translation>
    </message>
    <message>
        <source>The client&apos;s computer restarts.</source>
        <translation>客户端的计算机重启。</translation>
    </message>
    <message>
        <source>The server&apos;s computer restarts.</source>
        <translation>服务器的计算机重启。</translation>
    </message>
    <message>
        <source>The client&apos;s cable is pulled.</source>
        <translation>客户端的网线被拔出。</translation>
    </message>
    <message>
        <source>The server&apos;s cable is pulled.</source>
        <translation>服务器的网线被拔出。</translation>
    </message>
    <message>
        <source>The client&apos;s cable is plugged in again.</source>
        <translation>客户端的网线重新插回。</translation>
    </message>
    <message>
        <source>The server&apos;s cable is plugged in again.</source>
        <translation>服务器的网线重新插回。</translation>
    </message>
    <message>
        <source>A segment sets out that seems to come from the client.</source>
        <translation>一个看似来自客户端的报文段上路。</translation>
    </message>
    <message>
        <source>A segment sets out that seems to come from the server.</source>
        <translation>一个看似来自服务器的报文段上路。</translation>
    </message>
    <message>
        <source>The client&apos;s application will call: %1.</source>
        <extracomment>%1: &quot;close&quot;, &quot;send 100 octets&quot;</extracomment>
        <translation>客户端的应用程序将调用：%1。</translation>
    </message>
    <message>
        <source>The server&apos;s application will call: %1.</source>
        <extracomment>%1: &quot;close&quot;, &quot;send 100 octets&quot;</extracomment>
        <translation>服务器的应用程序将调用：%1。</translation>
    </message>
    <message>
        <source>The segment %1 is lost now.</source>
        <extracomment>%1: &quot;SYN,ACK seq 0 ack 1&quot;</extracomment>
        <translation>报文段现在丢失：%1。</translation>
    </message>
    <message>
        <source>The segment %1 is duplicated.</source>
        <extracomment>%1: &quot;SYN,ACK seq 0 ack 1&quot;</extracomment>
        <translation>报文段被复制：%1。</translation>
    </message>
    <message>
        <source>The segment %1 is held on its way.</source>
        <extracomment>%1: &quot;SYN,ACK seq 0 ack 1&quot;</extracomment>
        <translation>报文段在途中被扣留：%1。</translation>
    </message>
    <message>
        <source>The network is another one from now on.</source>
        <translation>从现在起换成另一个网络。</translation>
    </message>
    <message>
        <source>The client&apos;s clockwork is another one from now on.</source>
        <translation>从现在起客户端换成另一套计时机制。</translation>
    </message>
    <message>
        <source>The server&apos;s clockwork is another one from now on.</source>
        <translation>从现在起服务器换成另一套计时机制。</translation>
    </message>
    <message>
        <source>The client&apos;s application gives up what it had planned.</source>
        <translation>客户端的应用程序放弃原来的打算。</translation>
    </message>
    <message>
        <source>The server&apos;s application gives up what it had planned.</source>
        <translation>服务器的应用程序放弃原来的打算。</translation>
    </message>
    <message>
        <source>forged segment sent</source>
        <translation>伪造的报文段发出</translation>
    </message>
    <message>
        <source>the network&apos;s rules drop it</source>
        <translation>网络的规则丢弃了它</translation>
    </message>
    <message>
        <source>the computer that it reaches has crashed</source>
        <translation>它到达的计算机已经崩溃</translation>
    </message>
    <message>
        <source>a cable is out</source>
        <translation>网线已拔出</translation>
    </message>
    <message>
        <source>fault: dropped</source>
        <translation>故障：丢弃</translation>
    </message>
    <message>
        <source>fault: delayed</source>
        <translation>故障：延迟</translation>
    </message>
    <message>
        <source>fault: duplicated</source>
        <translation>故障：复制</translation>
    </message>
    <message>
        <source>fault: held back</source>
        <translation>故障：扣留</translation>
    </message>
    <message>
        <source>fault: damaged</source>
        <translation>故障：损坏</translation>
    </message>
    <message>
        <source>nothing is remembered, and nobody is told</source>
        <translation>什么都不记得，也不告诉任何人</translation>
    </message>
    <message>
        <source>it knows of no connection</source>
        <translation>它不知道任何连接</translation>
    </message>
    <message>
        <source>nothing gets out, and nothing gets in</source>
        <translation>什么都出不去，也进不来</translation>
    </message>
    <message>
        <source>what comes and goes arrives again</source>
        <translation>往来的报文段又能到达</translation>
    </message>
    <message>
        <source>rule %1 of the network</source>
        <translation>网络的规则 %1</translation>
    </message>
    <message>
        <source>the network made a copy</source>
        <translation>网络造了一个副本</translation>
    </message>
    <message>
        <source>held by hand</source>
        <translation>被手动扣留</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>被放行</translation>
    </message>
    <message>
        <source>no endpoint has sent it</source>
        <translation>没有端点发送过它</translation>
    </message>
    <message>
        <source>segment duplicated</source>
        <translation>报文段被复制</translation>
    </message>
    <message>
        <source>segment held</source>
        <translation>报文段被扣留</translation>
    </message>
    <message>
        <source>segment let go</source>
        <translation>报文段被放行</translation>
    </message>
    <message>
        <source>until it is delivered by hand</source>
        <translation>直到手动送达</translation>
    </message>
    <message>
        <source>to arrive at %1</source>
        <extracomment>%1: a moment</extracomment>
        <translation>预计到达时间 %1</translation>
    </message>
    <message>
        <source>It was damaged on its way: its checksum is wrong, and it is discarded without a word.</source>
        <translation>它在途中损坏：校验和不对，被默默丢弃。</translation>
    </message>
    <message>
        <source>This segment is waiting for a hand already.</source>
        <translation>这个报文段已经在等待手动处理。</translation>
    </message>
    <message>
        <source>This computer has crashed: it must be restarted first.</source>
        <translation>这台计算机已经崩溃：必须先重启。</translation>
    </message>
    <message>
        <source>This computer is running.</source>
        <translation>这台计算机正在运行。</translation>
    </message>
    <message>
        <source>The cable of this computer is out already.</source>
        <translation>这台计算机的网线已经拔出。</translation>
    </message>
    <message>
        <source>The cable of this computer is plugged in.</source>
        <translation>这台计算机的网线是插着的。</translation>
    </message>
    <message>
        <source>signal: no answer so far</source>
        <translation>通知：至今没有应答</translation>
    </message>
    <message>
        <source>The same segment was retransmitted three times without an answer: the application is warned, and the stack goes on trying. RFC 9293 calls this threshold R1.</source>
        <translation>同一个报文段重传了三次都没有应答：应用程序得到警告，协议栈继续尝试。RFC 9293 把这个门限称为 R1。</translation>
    </message>
    <message>
        <source>waits on its way for a hand</source>
        <translation>在途中等待手动处理</translation>
    </message>
    <message>
        <source>crash</source>
        <translation>崩溃</translation>
    </message>
    <message>
        <source>the computer crashed</source>
        <translation>计算机崩溃了</translation>
    </message>
    <message>
        <source>The computer crashes and forgets the connection. The peer learns nothing of it: the connection is half-open until one of its segments meets a host that has restarted.</source>
        <translation>计算机崩溃，忘记了这条连接。对端对此一无所知：在它的某个报文段遇到已重启的主机之前，连接是半打开的。</translation>
    </message>
    <message>
        <source>opening time-out</source>
        <translation>打开超时</translation>
    </message>
    <message>
        <source>If the connection is not established when it expires, it is given up.</source>
        <translation>如果到期时连接仍未建立，就放弃该连接。</translation>
    </message>
    <message>
        <source>the connection is not established yet</source>
        <translation>连接尚未建立</translation>
    </message>
    <message>
        <source>The peer repeats its SYN, so it has not seen our SYN,ACK: that is sent again at once.</source>
        <translation>对端重复了它的 SYN，说明它没有收到我们的 SYN,ACK：立即重传。</translation>
    </message>
    <message>
        <source>may receive: queued</source>
        <translation>可以接收：先排队</translation>
    </message>
    <message>
        <source>no answer after all retries; TIME_WAIT goes on</source>
        <translation>用尽重试后仍无应答；TIME_WAIT 继续</translation>
    </message>
    <message>
        <source>opening time-out over</source>
        <translation>打开超时到期</translation>
    </message>
    <message>
        <source>The SYN,ACK that reopened the connection was never acknowledged. Nothing shows that the SYN was a new one, so TIME_WAIT goes on.</source>
        <translation>重新打开连接的 SYN,ACK 始终没有被确认。没有任何迹象表明那个 SYN 是新的，所以 TIME_WAIT 继续。</translation>
    </message>
    <message>
        <source>The connection could not be opened in the time that the stack allows for it, however many retries are left. RFC 9293 knows no such time-out.</source>
        <translation>连接未能在协议栈允许的时间内打开，不管还剩多少次重试。RFC 9293 没有这种超时。</translation>
    </message>
    <message>
        <source>The segment %1 arrives at the client.</source>
        <extracomment>%1: &quot;SYN,ACK seq 0 ack 1&quot;</extracomment>
        <translation>报文段到达客户端：%1。</translation>
    </message>
    <message>
        <source>The segment %1 arrives at the server.</source>
        <extracomment>%1: &quot;SYN,ACK seq 0 ack 1&quot;</extracomment>
        <translation>报文段到达服务器：%1。</translation>
    </message>
    <message>
        <source>there is no room for it on the way</source>
        <translation>途中已没有它的位置</translation>
    </message>
    <message>
        <source>Challenge ACKs and ACKs in answer to old duplicates have one limit, and enough of them were sent for now: this one gets no answer.</source>
        <translation>质询 ACK 和应答旧的重复报文段的 ACK 共用一个限额，目前已经发够了：对这一个不作应答。</translation>
    </message>
    <message>
        <source>There is no room for that much: what is sent must fit into the send buffer, what is asked for into the receive buffer.</source>
        <translation>容纳不下这么多：要发送的必须放得进发送缓冲区，要接收的必须放得进接收缓冲区。</translation>
    </message>
    <message>
        <source>run out by hand</source>
        <translation>被手动触发到期</translation>
    </message>
    <message>
        <source>stopped by hand</source>
        <translation>被手动停止</translation>
    </message>
    <message>
        <source>stretched by hand</source>
        <translation>被手动延长</translation>
    </message>
    <message>
        <source>other delays or faults from here on</source>
        <translation>从此起换成另外的延迟或故障</translation>
    </message>
    <message>
        <source>another clockwork from here on</source>
        <translation>从此起换成另一套计时机制</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a timer; %2: what is done to it</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>A listener has sent nothing that could be acknowledged: this stack says nothing to that.</source>
        <translation>监听端没有发送过任何可以被确认的内容：这个协议栈对此不作应答。</translation>
    </message>
    <message>
        <source>Nobody means to open and to close at once: this stack drops a SYN with a FIN.</source>
        <translation>没有人会想同时打开又关闭：这个协议栈丢弃带 FIN 的 SYN。</translation>
    </message>
    <message>
        <source>The client has another setting from now on: %1.</source>
        <extracomment>%1: &quot;net.inet.tcp.msl = 500&quot;</extracomment>
        <translation>从此刻起客户端的设置不同：%1。</translation>
    </message>
    <message>
        <source>The server has another setting from now on: %1.</source>
        <translation>从此刻起服务器的设置不同：%1。</translation>
    </message>
    <message>
        <source>Only the segments of this side are known: nothing can be done to it.</source>
        <translation>这一方只有报文段是已知的：不能对它做任何操作。</translation>
    </message>
    <message>
        <source>Of a segment with a SYN this stack takes the SYN alone: what else is in it has to be sent again.</source>
        <translation>对于带 SYN 的报文段，这个协议栈只取其中的 SYN：其余内容都必须重新发送。</translation>
    </message>
    <message>
        <source>nothing in the capture shows that it arrived</source>
        <translation>抓包中没有任何内容表明它已到达</translation>
    </message>
    <message>
        <source>is found in %1</source>
        <extracomment>of a side; %1: a state</extracomment>
        <translation>发现处于 %1</translation>
    </message>
    <message>
        <source>inferred: %1</source>
        <extracomment>%1: why a side is in a state</extracomment>
        <translation>推断：%1</translation>
    </message>
    <message>
        <source>known for sure</source>
        <translation>可以确定</translation>
    </message>
    <message>
        <source>inferred: no captured segment proves it</source>
        <translation>推断：没有抓到的报文段能够证明</translation>
    </message>
    <message>
        <source>the capture begins in the middle of the connection, or a part of it is missing</source>
        <translation>抓包从连接的中途开始，或者缺少其中一部分</translation>
    </message>
    <message>
        <source>packet %1 of the capture</source>
        <extracomment>%1: its number</extracomment>
        <translation>抓包文件中的第 %1 个数据包</translation>
    </message>
    <message>
        <source>start not captured</source>
        <translation>未抓到开头</translation>
    </message>
    <message>
        <source>one direction only</source>
        <translation>只有一个方向</translation>
    </message>
    <message>
        <source>gap in the capture</source>
        <translation>抓包有缺口</translation>
    </message>
    <message>
        <source>SYN unanswered</source>
        <translation>SYN 无应答</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>handshake incomplete</source>
        <translation>握手未完成</translation>
    </message>
    <message>
        <source>SYN retransmitted</source>
        <translation>SYN 重传</translation>
    </message>
    <message>
        <source>SYN,ACK retransmitted</source>
        <translation>SYN,ACK 重传</translation>
    </message>
    <message>
        <source>simultaneous open</source>
        <translation>同时打开</translation>
    </message>
    <message>
        <source>SYN in TIME_WAIT</source>
        <translation>TIME_WAIT 中的 SYN</translation>
    </message>
    <message>
        <source>TIME_WAIT reused</source>
        <translation>TIME_WAIT 被复用</translation>
    </message>
    <message>
        <source>ports reused</source>
        <translation>端口被复用</translation>
    </message>
    <message>
        <source>simultaneous close</source>
        <translation>同时关闭</translation>
    </message>
    <message>
        <source>FIN retransmitted</source>
        <translation>FIN 重传</translation>
    </message>
    <message>
        <source>FIN acknowledged late</source>
        <translation>FIN 确认过晚</translation>
    </message>
    <message>
        <source>FIN unacknowledged</source>
        <translation>FIN 未被确认</translation>
    </message>
    <message>
        <source>left in CLOSE_WAIT</source>
        <translation>停留在 CLOSE_WAIT</translation>
    </message>
    <message>
        <source>left in FIN_WAIT_2</source>
        <translation>停留在 FIN_WAIT_2</translation>
    </message>
    <message>
        <source>reset ignored</source>
        <translation>复位被忽略</translation>
    </message>
    <message>
        <source>RST in TIME_WAIT</source>
        <translation>TIME_WAIT 中的 RST</translation>
    </message>
    <message>
        <source>data while half closed</source>
        <translation>半关闭时的数据</translation>
    </message>
    <message>
        <source>data retransmitted</source>
        <translation>数据重传</translation>
    </message>
    <message>
        <source>zero window</source>
        <translation>零窗口</translation>
    </message>
    <message>
        <source>window probed</source>
        <translation>窗口探测</translation>
    </message>
    <message>
        <source>outside the window</source>
        <translation>在窗口之外</translation>
    </message>
    <message>
        <source>data after FIN</source>
        <translation>FIN 之后的数据</translation>
    </message>
    <message>
        <source>SYN with FIN</source>
        <translation>SYN 带 FIN</translation>
    </message>
    <message>
        <source>SYN with RST</source>
        <translation>SYN 带 RST</translation>
    </message>
    <message>
        <source>ACK missing</source>
        <translation>缺少 ACK</translation>
    </message>
    <message>
        <source>Nobody answered the SYN of the %1: the %2 cannot be reached, or something on the way drops the SYN or its answer.</source>
        <translation>没有人应答%1的 SYN：无法到达%2，或者途中有什么丢弃了 SYN 或其应答。</translation>
    </message>
    <message>
        <source>Nobody answered the SYN of the %1, which it sent %2 times: the %3 cannot be reached, or something on the way drops the SYN or its answer.</source>
        <translation>%1的 SYN 发送了 %2 次，没有人应答：无法到达%3，或者途中有什么丢弃了 SYN 或其应答。</translation>
    </message>
    <message>
        <source>The %1 reset the connection, in %2. Nothing of what either end had sent was left unacknowledged.</source>
        <translation>%1在 %2 中复位了连接。两端发送的内容都已被确认。</translation>
    </message>
    <message>
        <source>The %1 reset the connection, in %2. That left %3 unacknowledged: they may be lost.</source>
        <extracomment>%3: &quot;120 octets&quot;</extracomment>
        <translation>%1在 %2 中复位了连接。%3因此未被确认：可能已经丢失。</translation>
    </message>
    <message>
        <source>The connection is older than the capture: how it was opened was not captured.</source>
        <translation>连接早于抓包：没有抓到它是如何打开的。</translation>
    </message>
    <message>
        <source>Only what the %1 sent was captured: what the %2 did is inferred from that alone.</source>
        <translation>只抓到了%1发送的内容：%2所做的只能由此推断。</translation>
    </message>
    <message>
        <source>The %2 has acknowledged something of the %1 that was not captured: the capture has a gap.</source>
        <translation>%2确认了%1发送的、但没有抓到的内容：抓包有缺口。</translation>
    </message>
    <message>
        <source>The %1 answered the SYN with a RST: nobody listens on that port, or somebody rejects the SYN in its name.</source>
        <translation>%1用 RST 应答了 SYN：该端口无人监听，或者有人以它的名义拒绝了 SYN。</translation>
    </message>
    <message>
        <source>Nobody acknowledged the SYN,ACK of the %1: it or its acknowledgment was lost, or the %2 never meant to open a connection.</source>
        <translation>没有人确认%1的 SYN,ACK：它或它的确认丢失了，或者%2从未打算打开连接。</translation>
    </message>
    <message>
        <source>The %1 sent its SYN again: it or the answer was lost, or the %2 was slow to answer.</source>
        <translation>%1重新发送了 SYN：它或它的应答丢失了，或者%2应答得慢。</translation>
    </message>
    <message>
        <source>The %1 sent its SYN,ACK again: it or its acknowledgment was lost.</source>
        <translation>%1重新发送了 SYN,ACK：它或它的确认丢失了。</translation>
    </message>
    <message>
        <source>Both ends sent a SYN before that of the other had come: one connection, opened from both sides.</source>
        <translation>两端都在对方的 SYN 到达之前发送了 SYN：一个连接，从两边打开。</translation>
    </message>
    <message>
        <source>A SYN of the %1 came while the connection before it on the same ports was still in TIME_WAIT, and opened nothing.</source>
        <translation>%1的 SYN 到达时，同样端口上的前一个连接仍处于 TIME_WAIT，没有打开任何连接。</translation>
    </message>
    <message>
        <source>The SYN of the %1 opened this connection while the one before it on the same ports was still in TIME_WAIT, which ended that.</source>
        <translation>%1的 SYN 打开这个连接时，同样端口上的前一个连接仍处于 TIME_WAIT，TIME_WAIT 由此结束。</translation>
    </message>
    <message>
        <source>There was another connection on the same ports before, which was not in TIME_WAIT any more.</source>
        <translation>同样的端口上之前有过另一个连接，它已不在 TIME_WAIT 中。</translation>
    </message>
    <message>
        <source>Both ends closed at once: each sent its FIN before that of the other had come.</source>
        <translation>两端同时关闭：各自在对方的 FIN 到达之前发送了 FIN。</translation>
    </message>
    <message>
        <source>The %1 sent its FIN again: it or its acknowledgment was lost, or the %2 was gone.</source>
        <translation>%1重新发送了 FIN：它或它的确认丢失了，或者%2已经不在。</translation>
    </message>
    <message>
        <source>The %1 acknowledged the FIN of the %2 only after %3; an ACK has to come within half a second.</source>
        <translation>%1过了 %3 才确认%2的 FIN；ACK 必须在半秒之内到来。</translation>
    </message>
    <message>
        <source>Nobody had acknowledged the FIN of the %1 when the capture ended: it waits in %2.</source>
        <translation>抓包结束时还没有人确认%1的 FIN：它在 %2 中等待。</translation>
    </message>
    <message>
        <source>The %1 never closed: its application still holds the connection in CLOSE_WAIT, for %2 at the end of the capture.</source>
        <translation>%1没有关闭：它的应用程序仍让连接停留在 CLOSE_WAIT，到抓包结束时已有 %2。</translation>
    </message>
    <message>
        <source>The %1 waits in FIN_WAIT_2 for the FIN of the %2, whose application never closed: for %3 at the end of the capture.</source>
        <translation>%1在 FIN_WAIT_2 中等待%2的 FIN，而%2的应用程序没有关闭：到抓包结束时已有 %3。</translation>
    </message>
    <message>
        <source>A RST of the %1 moved nobody: the %2 went on as if it had not come. It was lost, late, or forged.</source>
        <translation>%1的一个 RST 没有起作用：%2照常继续，好像它没有来过。它丢失了、来晚了，或者是伪造的。</translation>
    </message>
    <message>
        <source>A RST of the %1 came to the %2 in TIME_WAIT: a stack that heeds it leaves TIME_WAIT too early.</source>
        <translation>%1的 RST 到达了处于 TIME_WAIT 的%2：理会它的协议栈会过早离开 TIME_WAIT。</translation>
    </message>
    <message>
        <source>The %1 still sent %2 after the FIN of the %3 had come: a half-closed connection allows it.</source>
        <translation>%3的 FIN 到达之后，%1仍发送了%2：半关闭的连接允许这样做。</translation>
    </message>
    <message>
        <source>The %1 sent %2 again: they or their acknowledgment were lost, or late.</source>
        <translation>%1重新发送了%2：它们或它们的确认丢失了，或者来晚了。</translation>
    </message>
    <message>
        <source>The %1 sent a keep-alive: the connection was idle, and it asks whether the %2 is still there.</source>
        <translation>%1发送了保活探测：连接空闲，它询问%2是否还在。</translation>
    </message>
    <message>
        <source>The %1 offered a window of zero: its application did not read what had come, and the %2 had to wait.</source>
        <translation>%1通告了零窗口：它的应用程序没有读取已到达的内容，%2只好等待。</translation>
    </message>
    <message>
        <source>The %1 probed the window of the %2, which was zero: it has something to send that the %2 does not take.</source>
        <translation>%1探测了%2的零窗口：它有内容要发送，而%2不接收。</translation>
    </message>
    <message>
        <source>A segment of the %1 lay outside the window of the %2: an old duplicate, or a forged one.</source>
        <translation>%1的一个报文段在%2的窗口之外：是旧的重复报文段，或者是伪造的。</translation>
    </message>
    <message>
        <source>The %1 answered a RST or a SYN with a challenge ACK: it went on, and asked the %2 whether that was meant.</source>
        <translation>%1用质询 ACK 应答了 RST 或 SYN：它照常继续，并询问%2是否真是此意。</translation>
    </message>
    <message>
        <source>The %1 sent %2 behind its own FIN: after a FIN there is nothing more to send.</source>
        <translation>%1在自己的 FIN 之后发送了%2：FIN 之后不应再发送任何内容。</translation>
    </message>
    <message>
        <source>A segment of the %1 carried SYN and FIN: no stack opens and closes at once, so a tool made it.</source>
        <translation>%1的一个报文段带有 SYN 和 FIN：没有协议栈会同时打开和关闭，因此它是工具生成的。</translation>
    </message>
    <message>
        <source>A segment of the %1 carried SYN and RST: no stack sends that, so a tool made it.</source>
        <translation>%1的一个报文段带有 SYN 和 RST：没有协议栈会这样发送，因此它是工具生成的。</translation>
    </message>
    <message>
        <source>A segment of the %1 carried no ACK, as each one of an open connection has to: the %2 drops it.</source>
        <translation>%1的一个报文段没有带 ACK，而打开的连接中每个报文段都必须带：%2会丢弃它。</translation>
    </message>
    <message>
        <source>%1 It happened %2 times, the last time at %3.</source>
        <extracomment>%1: one or two sentences; %2: a number from 2 on; %3: a moment</extracomment>
        <translation>%1共发生 %2 次，最后一次在 %3。</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>not captured</source>
        <translation>未抓到</translation>
    </message>
    <message>
        <source>unanswered</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>three-way</source>
        <translation>三次握手</translation>
    </message>
    <message>
        <source>simultaneous</source>
        <translation>同时</translation>
    </message>
    <message>
        <source>How it was opened was not captured.</source>
        <translation>没有抓到它是如何打开的。</translation>
    </message>
    <message>
        <source>Nobody answered its SYN.</source>
        <translation>没有人应答它的 SYN。</translation>
    </message>
    <message>
        <source>Its SYN was answered with a RST.</source>
        <translation>它的 SYN 得到的应答是 RST。</translation>
    </message>
    <message>
        <source>Its SYN,ACK was never acknowledged.</source>
        <translation>它的 SYN,ACK 始终未被确认。</translation>
    </message>
    <message>
        <source>It was opened by a three-way handshake.</source>
        <translation>它由三次握手打开。</translation>
    </message>
    <message>
        <source>Both ends opened it at once.</source>
        <translation>两端同时打开了它。</translation>
    </message>
    <message>
        <source>never opened</source>
        <translation>从未打开</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>仍然打开</translation>
    </message>
    <message>
        <source>half, by client</source>
        <translation>半关闭，由客户端</translation>
    </message>
    <message>
        <source>half, by server</source>
        <translation>半关闭，由服务器</translation>
    </message>
    <message>
        <source>client first</source>
        <translation>客户端先</translation>
    </message>
    <message>
        <source>server first</source>
        <translation>服务器先</translation>
    </message>
    <message>
        <source>reset by client</source>
        <translation>被客户端复位</translation>
    </message>
    <message>
        <source>reset by server</source>
        <translation>被服务器复位</translation>
    </message>
    <message>
        <source>As it never opened, there was nothing to close.</source>
        <translation>它从未打开，也就无从关闭。</translation>
    </message>
    <message>
        <source>Nobody had closed it when the capture ended.</source>
        <translation>抓包结束时还没有人关闭它。</translation>
    </message>
    <message>
        <source>The client closed it; the server had not when the capture ended.</source>
        <translation>客户端关闭了它；抓包结束时服务器还没有关闭。</translation>
    </message>
    <message>
        <source>The server closed it; the client had not when the capture ended.</source>
        <translation>服务器关闭了它；抓包结束时客户端还没有关闭。</translation>
    </message>
    <message>
        <source>The client closed it first, then the server.</source>
        <translation>客户端先关闭，然后是服务器。</translation>
    </message>
    <message>
        <source>The server closed it first, then the client.</source>
        <translation>服务器先关闭，然后是客户端。</translation>
    </message>
    <message>
        <source>Both ends closed it at once.</source>
        <translation>两端同时关闭了它。</translation>
    </message>
    <message>
        <source>The client reset it.</source>
        <translation>客户端复位了它。</translation>
    </message>
    <message>
        <source>The server reset it.</source>
        <translation>服务器复位了它。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>near client</source>
        <translation>靠近客户端</translation>
    </message>
    <message>
        <source>in between</source>
        <translation>在两者之间</translation>
    </message>
    <message>
        <source>near server</source>
        <translation>靠近服务器</translation>
    </message>
    <message>
        <source>Where it was captured cannot be told.</source>
        <translation>无法判断抓包的位置。</translation>
    </message>
    <message>
        <source>It was captured at the client, or near it.</source>
        <translation>抓包位置在客户端或其附近。</translation>
    </message>
    <message>
        <source>It was captured somewhere between the client and the server.</source>
        <translation>抓包位置在客户端和服务器之间。</translation>
    </message>
    <message>
        <source>It was captured at the server, or near it.</source>
        <translation>抓包位置在服务器或其附近。</translation>
    </message>
    <message>
        <source>captured twice</source>
        <translation>抓到两次</translation>
    </message>
    <message>
        <source>stray SYN</source>
        <translation>游离的 SYN</translation>
    </message>
    <message>
        <source>Segments of the %1 are in the capture twice, within a millisecond, as where two interfaces of one computer are captured. Each counts once.</source>
        <translation>%1的报文段在一毫秒之内两次出现在抓包中，例如同一台计算机的两个接口都被抓包时。每个只计一次。</translation>
    </message>
    <message>
        <source>A SYN came in the name of the %1 amid another connection on the same ports, and the %1 went on with that: the SYN is forged, or of long ago.</source>
        <translation>同样端口上的另一个连接进行当中，有一个以%1名义发送的 SYN 到来，而%1继续使用那个连接：这个 SYN 是伪造的，或者来自很久以前。</translation>
    </message>
    <message>
        <source>1 client</source>
        <translation>1 个客户端</translation>
    </message>
    <message>
        <source>%1 clients</source>
        <translation>%1 个客户端</translation>
    </message>
    <message>
        <source>1 server</source>
        <translation>1 个服务器</translation>
    </message>
    <message>
        <source>%1 servers</source>
        <translation>%1 个服务器</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>%1: &quot;12,408 clients&quot;, %2: &quot;3 servers&quot;</extracomment>
        <translation>%1和 %2</translation>
    </message>
    <message>
        <source>All connections: %1</source>
        <translation>全部连接：%1</translation>
    </message>
    <message>
        <source>No client and no server took this transition.</source>
        <translation>没有客户端或服务器经过此转换。</translation>
    </message>
    <message>
        <source>%1 took this transition.</source>
        <extracomment>%1: &quot;12,408 clients and 3 servers&quot;, &quot;1 client&quot;</extracomment>
        <translation>%1经过了此转换。</translation>
    </message>
    <message>
        <source>At the end of the capture nobody was in %1.</source>
        <translation>抓包结束时无一处于 %1。</translation>
    </message>
    <message>
        <source>At the end of the capture %1 was in %2.</source>
        <extracomment>%1: &quot;1 client&quot;, %2: a state</extracomment>
        <translation>抓包结束时有 %1处于 %2。</translation>
    </message>
    <message>
        <source>At the end of the capture %1 were in %2.</source>
        <extracomment>%1: &quot;12,408 clients and 3 servers&quot;, %2: a state</extracomment>
        <translation>抓包结束时有 %1处于 %2。</translation>
    </message>
    <message>
        <source>still closing</source>
        <translation>仍在关闭</translation>
    </message>
    <message>
        <source>The capture ends while the connection is being closed: the %1 has waited for less than a second.</source>
        <translation>抓包在连接关闭的过程中结束：%1的等待还不到一秒。</translation>
    </message>
    <message>
        <source>keep-alive unanswered</source>
        <translation>保活无应答</translation>
    </message>
    <message>
        <source>Nothing came from the %2 after the last keep-alive of the %1: it is gone, or something on the way drops what they send.</source>
        <translation>在%1最后一次保活探测之后，%2没有再发来任何报文：它已经失效，或者途中有设备丢弃了双方发送的内容。</translation>
    </message>
    <message>
        <source>Nothing came from the %2 after the last %3 keep-alives of the %1: it is gone, or something on the way drops what they send.</source>
        <translation>在%1最后 %3 次保活探测之后，%2没有再发来任何报文：它已经失效，或者途中有设备丢弃了双方发送的内容。</translation>
    </message>
</context>
<context>
    <name>finwait::AboutDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Version %1, with Qt %2</source>
        <translation>版本 %1，使用 Qt %2</translation>
    </message>
</context>
<context>
    <name>finwait::ActionTable</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A tool tip: what an action does, and its key in brackets</extracomment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>finwait::Application</name>
    <message>
        <source>there is no display to open a window on; finwait --help says what needs none</source>
        <translation>没有可以打开窗口的显示器；finwait --help 说明哪些功能不需要显示器</translation>
    </message>
    <message>
        <source>the display cannot be used (%1); finwait --help says what needs none</source>
        <extracomment>%1: what is wrong with it, in English</extracomment>
        <translation>无法使用显示器（%1）；finwait --help 说明哪些功能不需要显示器</translation>
    </message>
</context>
<context>
    <name>finwait::BranchModel</name>
    <message>
        <source>The branch that is played</source>
        <translation>正在播放的分支</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>parts at</source>
        <translation>分开于</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>结束于</translation>
    </message>
    <message>
        <source>It left a branch that is deleted, at %1</source>
        <translation>它从一个已删除的分支分出，时间 %1</translation>
    </message>
    <message>
        <source>It left “%1” at %2</source>
        <extracomment>The name of another branch, and a moment</extracomment>
        <translation>它从“%1”分出，时间 %2</translation>
    </message>
</context>
<context>
    <name>finwait::BranchPanel</name>
    <message>
        <source>Go there</source>
        <translation>转到那里</translation>
    </message>
    <message>
        <source>Compare with the current one</source>
        <translation>与当前分支比较</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Undo deleting</source>
        <translation>撤销删除</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>This is the current one</source>
        <translation>这就是当前分支</translation>
    </message>
    <message>
        <source>No branch is selected</source>
        <translation>没有选中分支</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A tool tip: what an action does, and its key in brackets</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Go over to this branch, at the same time</source>
        <translation>转到这个分支的同一时刻</translation>
    </message>
    <message>
        <source>Show this branch and the current one side by side</source>
        <translation>并排显示这个分支和当前分支</translation>
    </message>
    <message>
        <source>Give this branch a name</source>
        <translation>给这个分支命名</translation>
    </message>
    <message>
        <source>Delete this branch</source>
        <translation>删除这个分支</translation>
    </message>
    <message>
        <source>Bring the branch back that was deleted last</source>
        <translation>找回最后删除的分支</translation>
    </message>
    <message>
        <source>No branch was deleted</source>
        <translation>没有删除过分支</translation>
    </message>
</context>
<context>
    <name>finwait::CaptureCommand</name>
    <message>
        <source>there is no TCP connection in %1</source>
        <translation>%1 中没有 TCP 连接</translation>
    </message>
    <message>
        <source>there is no connection %1 in %2: there is only number 1</source>
        <translation>%2 中没有连接 %1：只有编号 1</translation>
    </message>
    <message>
        <source>there is no connection %1 in %2: they are numbered from 1 to %3</source>
        <translation>%2 中没有连接 %1：编号从 1 到 %3</translation>
    </message>
</context>
<context>
    <name>finwait::CaptureText</name>
    <message>
        <source>There is no TCP connection in it.</source>
        <translation>其中没有 TCP 连接。</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>captured</source>
        <extracomment>%1: a date and a time of day, %2: a duration</extracomment>
        <translation>抓包时间</translation>
    </message>
    <message>
        <source>packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>not of TCP</source>
        <translation>非 TCP</translation>
    </message>
    <message>
        <source>later fragments</source>
        <translation>后续分片</translation>
    </message>
    <message>
        <source>broken packets</source>
        <translation>损坏的数据包</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>乱序</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>client in</source>
        <translation>客户端状态</translation>
    </message>
    <message>
        <source>server in</source>
        <translation>服务器状态</translation>
    </message>
    <message>
        <source>segments</source>
        <translation>报文段</translation>
    </message>
    <message>
        <source>at</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>for</source>
        <translation>历时</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>from %1, for %2</source>
        <translation>从 %1 起，共 %2</translation>
    </message>
</context>
<context>
    <name>finwait::CapturedConnectionText</name>
    <message>
        <source>connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>%1 of %2 in %3</source>
        <extracomment>%1: the number of a connection, %2: how many there are, %3: the name of a file</extracomment>
        <translation>%3 中 %2 个连接的第 %1 个</translation>
    </message>
    <message>
        <source>between</source>
        <translation>两端</translation>
    </message>
    <message>
        <source>segments</source>
        <translation>报文段</translation>
    </message>
    <message>
        <source>%1, in packets %2 to %3</source>
        <extracomment>%1: how many, %2 and %3: numbers of packets</extracomment>
        <translation>%1 个，在数据包 %2 到 %3 中</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>from %1, for %2</source>
        <extracomment>%1: a moment, %2: a duration</extracomment>
        <translation>从 %1 起，共 %2</translation>
    </message>
    <message>
        <source>text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>client %1, server %2</source>
        <extracomment>%1 and %2: &quot;120 octets&quot;</extracomment>
        <translation>客户端 %1，服务器 %2</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>推断</translation>
    </message>
    <message>
        <source>packet %1</source>
        <translation>数据包 %1</translation>
    </message>
    <message>
        <source>nothing is known of it</source>
        <translation>对它一无所知</translation>
    </message>
    <message>
        <source>began</source>
        <translation>开始于</translation>
    </message>
</context>
<context>
    <name>finwait::CapturedPage</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a moment, %2: &quot;FIN retransmitted&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Nothing about it is out of the ordinary.</source>
        <translation>没有任何异常之处。</translation>
    </message>
    <message>
        <source>About the connection</source>
        <translation>关于此连接</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>Three sentences</extracomment>
        <translation>%1%2%3</translation>
    </message>
    <message>
        <source>It began at %1.</source>
        <extracomment>%1: a date and a time of day</extracomment>
        <translation>它开始于 %1。</translation>
    </message>
</context>
<context>
    <name>finwait::ClockworkPane</name>
    <message>
        <source>The shortest RTO must not be longer than the longest one.</source>
        <translation>最短的 RTO 不能比最长的还长。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>In its profile</source>
        <translation>在协议栈配置中</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Instead of it</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>as in its profile</source>
        <translation>与配置相同</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Keep-alives are sent</source>
        <translation>发送保活探测</translation>
    </message>
    <message>
        <source>Only when it is played again from the start.</source>
        <translation>只在从头重新播放时生效。</translation>
    </message>
    <message>
        <source>Off: the next three values do nothing.</source>
        <translation>未启用：下面三个值不起作用。</translation>
    </message>
</context>
<context>
    <name>finwait::CloseConnectionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The &amp;server closes too</source>
        <translation>服务器也关闭(&amp;S)</translation>
    </message>
    <message>
        <source>The &amp;client closes too</source>
        <translation>客户端也关闭(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;lose the connection</source>
        <translation>关闭连接(&amp;L)</translation>
    </message>
    <message numerus="yes">
        <source>As much as its send buffer holds, %Ln octet(s), at most.</source>
        <translation>
            <numerusform>最多为其发送缓冲区的容量，即 %Ln 字节。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>finwait::CommandLine</name>
    <message>
        <source>--%1 and --%2 exclude each other</source>
        <translation>--%1 和 --%2 不能同时使用</translation>
    </message>
    <message>
        <source>there is no profile “%1”; there are: %2</source>
        <translation>没有配置“%1”；可用的有：%2</translation>
    </message>
    <message>
        <source>--seed takes a whole number from 0 to 18446744073709551615, not “%1”</source>
        <translation>--seed 需要 0 到 18446744073709551615 之间的整数，而不是“%1”</translation>
    </message>
    <message>
        <source>--%1 takes the name of a file</source>
        <translation>--%1 需要一个文件名</translation>
    </message>
    <message>
        <source>How both stacks behave, one of: %1.</source>
        <translation>双方协议栈的行为，以下之一：%1。</translation>
    </message>
    <message>
        <source>Print a table for reading. The default, unless something else is asked for.</source>
        <translation>打印便于阅读的表格。没有指定其他输出时的默认方式。</translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation>打印供程序使用的 JSON。</translation>
    </message>
    <message>
        <source>Compare the states with those that the scenario expects; exit with 1 if they differ.</source>
        <translation>与场景期望的状态比较；如果不同则以 1 退出。</translation>
    </message>
    <message>
        <source>Write the message sequence chart to this file.</source>
        <translation>把消息序列图写入此文件。</translation>
    </message>
    <message>
        <source>Write the state diagram to this file.</source>
        <translation>把状态图写入此文件。</translation>
    </message>
    <message>
        <source>The number from which all chance is drawn.</source>
        <translation>所有随机性所用的种子。</translation>
    </message>
    <message>
        <source>Plays a scenario to its end and prints what happens.</source>
        <translation>把场景播放到结束，并打印发生的事情。</translation>
    </message>
    <message>
        <source>Lists the scenarios that ship with Finwait.</source>
        <translation>列出 Finwait 自带的场景。</translation>
    </message>
    <message>
        <source>This command.</source>
        <translation>本命令。</translation>
    </message>
    <message>
        <source>Prints the table of all transitions.</source>
        <translation>打印全部状态转换的表。</translation>
    </message>
    <message>
        <source>Print a Markdown table.</source>
        <translation>打印 Markdown 表格。</translation>
    </message>
    <message>
        <source>--theme is light or dark, not “%1”</source>
        <translation>--theme 是 light 或 dark，而不是“%1”</translation>
    </message>
    <message>
        <source>there is no language “%1”; there are: %2</source>
        <translation>没有语言“%1”；可用的有：%2</translation>
    </message>
    <message>
        <source>--screenshot takes the name of a PNG file</source>
        <translation>--screenshot 需要一个 PNG 文件名</translation>
    </message>
    <message>
        <source>--size belongs to --screenshot</source>
        <translation>--size 要与 --screenshot 一起使用</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>打印版本。</translation>
    </message>
    <message>
        <source>Draw the window into this PNG file, without a display.</source>
        <translation>不需要显示器，把窗口画到此 PNG 文件中。</translation>
    </message>
    <message>
        <source>Size of the screenshot, for instance 1280x800.</source>
        <translation>截图的大小，例如 1280x800。</translation>
    </message>
    <message>
        <source>light or dark, whatever the desktop is.</source>
        <translation>light 或 dark，不管桌面的设置如何。</translation>
    </message>
    <message>
        <source>Language of the window: %1.</source>
        <translation>窗口的语言：%1。</translation>
    </message>
    <message>
        <source>“%1” is one argument too many</source>
        <translation>“%1”是多余的参数</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>there is no scenario and no file “%1”; %2</source>
        <extracomment>%2: what to try instead</extracomment>
        <translation>没有名为“%1”的场景或文件；%2</translation>
    </message>
    <message>
        <source>--%1 and --%2 would write the same file, %3</source>
        <translation>--%1 和 --%2 会写入同一个文件 %3</translation>
    </message>
    <message>
        <source>Write the packets to this file, for Wireshark and its kind.</source>
        <translation>把数据包写入此文件，供 Wireshark 等工具使用。</translation>
    </message>
    <message>
        <source>At which end those packets are captured: client (the default) or server.</source>
        <translation>在哪一端抓取这些数据包：client（默认）或 server。</translation>
    </message>
    <message>
        <source>run takes a file or the name of a scenario; finwait scenarios lists those that there are</source>
        <translation>run 需要一个文件或场景的名称；用 finwait scenarios 可列出全部场景</translation>
    </message>
    <message>
        <source>Print a state chart in SCXML.</source>
        <translation>打印 SCXML 格式的状态图。</translation>
    </message>
    <message>
        <source>Print what is kept of each numbered requirement of RFC 9293 instead: in Markdown, or in JSON with --json.</source>
        <translation>改为打印 RFC 9293 中每条编号要求的遵守情况：用 Markdown，或配合 --json 用 JSON。</translation>
    </message>
    <message>
        <source>--screenshot writes PNG: the name of the file ends in .png, not in .%1</source>
        <translation>--screenshot 写入的是 PNG：文件名应以 .png 结尾，而不是 .%1</translation>
    </message>
    <message>
        <source>--size is WIDTHxHEIGHT, such as 1280x800, each up to %1, not “%2”</source>
        <translation>--size 的格式是 宽x高，例如 1280x800，均不超过 %1，而不是“%2”</translation>
    </message>
    <message>
        <source>standard input is not read: give the name of a file</source>
        <translation>不从标准输入读取：请给出文件名</translation>
    </message>
    <message>
        <source>finwait scenarios lists those that there are</source>
        <translation>用 finwait scenarios 可列出全部场景</translation>
    </message>
    <message>
        <source>did you mean %1? %2</source>
        <extracomment>%1: names of scenarios, %2: how to see them all</extracomment>
        <translation>您要找的是 %1 吗？%2</translation>
    </message>
    <message>
        <source>--%1 would write over %2, which is played</source>
        <translation>--%1 会覆盖正在播放的 %2</translation>
    </message>
    <message>
        <source>--screenshot would write over %1, which is shown</source>
        <translation>--screenshot 会覆盖正在显示的 %1</translation>
    </message>
    <message>
        <source>Plays packetdrill scripts against an endpoint and says where the two differ.</source>
        <translation>对一个端点播放 packetdrill 脚本，并指出两者的差异。</translation>
    </message>
    <message>
        <source>A packetdrill script (%1).</source>
        <translation>packetdrill 脚本（%1）。</translation>
    </message>
    <message>
        <source>How the stack behaves, one of: %1.</source>
        <translation>协议栈的行为方式，可选：%1。</translation>
    </message>
    <message>
        <source>Compare the windows and the options of segments, too.</source>
        <translation>同时比较报文段的窗口和选项。</translation>
    </message>
    <message>
        <source>script takes the files to play</source>
        <translation>script 需要给出要播放的文件</translation>
    </message>
    <message>
        <source>A scenario file (%1), a packetdrill script (%2), or a scenario that ships with Finwait, one of: %3.</source>
        <translation>场景文件 (%1)、packetdrill 脚本 (%2)，或 Finwait 自带的场景之一：%3。</translation>
    </message>
    <message>
        <source>--%1 belongs to --%2</source>
        <translation>--%1 要与 --%2 一起使用</translation>
    </message>
    <message>
        <source>--%1 is client or server, not “%2”</source>
        <translation>--%1 是 client 或 server，而不是“%2”</translation>
    </message>
    <message>
        <source>Write what happens at one end to this file, as a packetdrill script.</source>
        <translation>把一端发生的事作为 packetdrill 脚本写入此文件。</translation>
    </message>
    <message>
        <source>Whose end that script is about: client (the default) or server.</source>
        <translation>该脚本针对哪一端：client（默认）或 server。</translation>
    </message>
    <message>
        <source>A capture file (%1), compressed by gzip or not.</source>
        <translation>抓包文件（%1），可用 gzip 压缩。</translation>
    </message>
    <message>
        <source>Print a summary, and a line for each connection. The default, unless something else is asked for.</source>
        <translation>输出概要，以及每个连接一行。若未要求其他输出，这是默认值。</translation>
    </message>
    <message>
        <source>Print a table for programs, with one row for each connection.</source>
        <translation>输出供程序使用的表格，每个连接一行。</translation>
    </message>
    <message>
        <source>Only this connection, by its number, and all that is known of it.</source>
        <translation>只输出这个编号的连接，以及关于它的一切。</translation>
    </message>
    <message>
        <source>With --connection: write its message sequence chart to this file.</source>
        <translation>与 --connection 一起：把它的消息序列图写入这个文件。</translation>
    </message>
    <message>
        <source>--connection takes the number of a connection, from 1, not “%1”</source>
        <translation>--connection 需要连接的编号（从 1 起），而不是“%1”</translation>
    </message>
    <message>
        <source>--%1 would write over %2, which is read</source>
        <translation>--%1 会覆盖正在读取的 %2</translation>
    </message>
    <message>
        <source>Finds the TCP connections in a capture file, the states that their two ends went through, and what went wrong.</source>
        <translation>找出抓包文件中的 TCP 连接、两端经历的状态，以及出了什么问题。</translation>
    </message>
    <message>
        <source>capture takes a capture file</source>
        <translation>capture 需要一个抓包文件</translation>
    </message>
    <message>
        <source>Shows how a TCP connection lives and dies. Without a command it opens the window.

Commands, which need no display (finwait COMMAND --help says more):
  run FILE|NAME  play a scenario and print what happens
  scenarios      list the scenarios that ship with Finwait
  table          print the table of all transitions
  script FILE... play packetdrill scripts and say where the endpoint differs
  capture FILE   find the connections in a capture file, and what went wrong</source>
        <translation>展示 TCP 连接的生与死。不带命令时打开窗口。

命令，无需显示器（finwait COMMAND --help 有更多说明）：
  run FILE|NAME  播放场景并打印发生的事
  scenarios      列出 Finwait 自带的场景
  table          打印全部转换的表
  script FILE... 播放 packetdrill 脚本，并指出端点在哪里不同
  capture FILE   找出抓包文件中的连接，以及出了什么问题</translation>
    </message>
    <message>
        <source>“%1” is neither a command (run, scenarios, table, script, capture) nor a file nor a scenario; %2</source>
        <extracomment>%2: what to try instead</extracomment>
        <translation>“%1”既不是命令（run、scenarios、table、script、capture），也不是文件或场景；%2</translation>
    </message>
    <message>
        <source>What to open the window with: a file with a scenario, a script or a capture, or the name of a scenario that ships.</source>
        <translation>用什么打开窗口：场景、脚本或抓包的文件，或自带场景的名称。</translation>
    </message>
</context>
<context>
    <name>finwait::CommandOffers</name>
    <message>
        <source>Drop the %1</source>
        <translation>丢弃 %1</translation>
    </message>
    <message>
        <source>Duplicate the %1</source>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>Hold the %1 until it is delivered by hand</source>
        <translation>扣留 %1，直到手动送达</translation>
    </message>
    <message>
        <source>Let %1 run out</source>
        <translation>让 %1 到期</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>停止 %1</translation>
    </message>
    <message>
        <source>Let %1 run for %2 more</source>
        <extracomment>%1: a timer, %2: a duration</extracomment>
        <translation>让 %1 再运行 %2</translation>
    </message>
    <message>
        <source>Let the %1 arrive</source>
        <translation>让 %1 到达</translation>
    </message>
</context>
<context>
    <name>finwait::Commands</name>
    <message>
        <source>standard output cannot be written to</source>
        <translation>无法写入标准输出</translation>
    </message>
    <message>
        <source>%1: as expected
</source>
        <translation>%1：符合期望
</translation>
    </message>
    <message>
        <source>more would happen; the run was cut short at %1, after %2 steps</source>
        <translation>还会发生更多；运行被截断，时间 %1，共 %2 步</translation>
    </message>
    <message>
        <source>PASS %1
</source>
        <translation>PASS %1
</translation>
    </message>
    <message>
        <source>FAIL %1: expected %2, got %3
</source>
        <extracomment>%1: a file and a line in it; %2, %3: a segment, or what a call returned</extracomment>
        <translation>FAIL %1：预期 %2，实际 %3
</translation>
    </message>
    <message>
        <source>SKIP %1: %2 is not played
</source>
        <extracomment>%2: something that stands in the script</extracomment>
        <translation>SKIP %1：不播放 %2
</translation>
    </message>
</context>
<context>
    <name>finwait::ComparisonView</name>
    <message>
        <source>Two branches side by side</source>
        <translation>并排的两个分支</translation>
    </message>
    <message>
        <source>First difference</source>
        <translation>第一处差异</translation>
    </message>
</context>
<context>
    <name>finwait::ComparisonWindow</name>
    <message>
        <source>Two branches - Finwait</source>
        <translation>两个分支 - Finwait</translation>
    </message>
    <message>
        <source>First difference</source>
        <translation>第一处差异</translation>
    </message>
    <message>
        <source>Go to where the two part</source>
        <translation>转到两者分开之处</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show both charts larger</source>
        <translation>放大显示两张图</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show both charts smaller</source>
        <translation>缩小显示两张图</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Show all of both charts</source>
        <translation>显示两张图的全部</translation>
    </message>
</context>
<context>
    <name>finwait::ConnectionActions</name>
    <message>
        <source>&amp;Open a connection...</source>
        <translation>打开连接(&amp;O)...</translation>
    </message>
    <message>
        <source>Begin a connection of your own</source>
        <translation>开始一个自己的连接</translation>
    </message>
    <message>
        <source>&amp;Close the connection...</source>
        <translation>关闭连接(&amp;C)...</translation>
    </message>
    <message>
        <source>Choose who closes, and what the other side does then</source>
        <translation>选择由谁关闭，以及另一方随后怎么做</translation>
    </message>
    <message>
        <source>&amp;Open actively</source>
        <translation>主动打开(&amp;O)</translation>
    </message>
    <message>
        <source>Connect to the other side: send a SYN</source>
        <translation>连接到另一方：发送 SYN</translation>
    </message>
    <message>
        <source>&amp;Listen</source>
        <translation>监听(&amp;L)</translation>
    </message>
    <message>
        <source>Open passively: wait for a SYN</source>
        <translation>被动打开：等待 SYN</translation>
    </message>
    <message>
        <source>&amp;Send...</source>
        <translation>发送(&amp;S)...</translation>
    </message>
    <message>
        <source>Hand over data to be sent</source>
        <translation>交出要发送的数据</translation>
    </message>
    <message>
        <source>&amp;Read what has arrived</source>
        <translation>读取已到达的数据(&amp;R)</translation>
    </message>
    <message>
        <source>Take what has arrived out of the receive buffer</source>
        <translation>从接收缓冲区取出已到达的数据</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Nothing more to send, but still reading: send a FIN</source>
        <translation>不再发送，但仍然读取：发送 FIN</translation>
    </message>
    <message>
        <source>Close and lea&amp;ve</source>
        <translation>关闭并离开(&amp;V)</translation>
    </message>
    <message>
        <source>Nothing more to send and nobody left to read: send a FIN</source>
        <translation>不再发送，也没有人读取：发送 FIN</translation>
    </message>
    <message>
        <source>&amp;Abort</source>
        <translation>中止(&amp;A)</translation>
    </message>
    <message>
        <source>Give the connection up at once: send a RST</source>
        <translation>立即放弃连接：发送 RST</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;lient</source>
        <translation>客户端(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>服务器(&amp;S)</translation>
    </message>
    <message>
        <source>The application reads what arrives by itself.</source>
        <translation>应用程序会自动读取到达的数据。</translation>
    </message>
    <message>
        <source>Nothing has arrived that is not read yet.</source>
        <translation>没有尚未读取的数据。</translation>
    </message>
    <message>
        <source>One side alone closes by the menu of its own.</source>
        <translation>只有一方是端点时，请用它自己的菜单关闭。</translation>
    </message>
    <message>
        <source>Continue from &amp;here</source>
        <translation>从这里继续(&amp;H)</translation>
    </message>
    <message>
        <source>Let a simulation go on from the captured moment that is shown, in a branch</source>
        <translation>从当前显示的抓包时刻起，在一个分支中用模拟继续下去</translation>
    </message>
    <message>
        <source>This is simulated already: it goes on by itself.</source>
        <translation>这已经是模拟：它会自行继续。</translation>
    </message>
    <message>
        <source>From this moment on it is simulated already: it goes on by itself.</source>
        <translation>从这一时刻起已经是模拟：它会自行继续。</translation>
    </message>
</context>
<context>
    <name>finwait::ConnectionFilters</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: a kind of connection, %2: how many of them there are</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Any way of closing</source>
        <translation>任何关闭方式</translation>
    </message>
    <message>
        <source>Any state at the end</source>
        <translation>任何最终状态</translation>
    </message>
    <message>
        <source>Whatever was found</source>
        <translation>任何发现</translation>
    </message>
    <message>
        <source>with faults</source>
        <translation>有故障</translation>
    </message>
    <message>
        <source>with faults or warnings</source>
        <translation>有故障或警告</translation>
    </message>
    <message>
        <source>without findings</source>
        <translation>没有发现</translation>
    </message>
    <message>
        <source>Show the connections that have all of these words in their addresses, in how they were opened and closed, in their states at the end or in what was found</source>
        <translation>只显示这样的连接：其地址、打开和关闭方式、最终状态或发现中含有所有这些词</translation>
    </message>
    <message>
        <source>Find connections</source>
        <translation>查找连接</translation>
    </message>
    <message>
        <source>Show connections that were closed in one way only</source>
        <translation>只显示以某一种方式关闭的连接</translation>
    </message>
    <message>
        <source>How it was closed</source>
        <translation>关闭方式</translation>
    </message>
    <message>
        <source>Show connections of which an end was left in one state only</source>
        <translation>只显示有一端最终停在某一状态的连接</translation>
    </message>
    <message>
        <source>State at the end</source>
        <translation>最终状态</translation>
    </message>
    <message>
        <source>Show connections with one kind of finding only</source>
        <translation>只显示有某一种发现的连接</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
</context>
<context>
    <name>finwait::ConnectionModel</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between two findings of a list</extracomment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: &quot;warning&quot;, %2: &quot;FIN retransmitted&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Packets %1 to %2 of the capture</source>
        <translation>抓包中的数据包 %1 到 %2</translation>
    </message>
    <message>
        <source>No.</source>
        <extracomment>The number of a connection, at the head of a column</extracomment>
        <translation>编号</translation>
    </message>
    <message>
        <source>start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>历时</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>client left in</source>
        <translation>客户端停在</translation>
    </message>
    <message>
        <source>server left in</source>
        <translation>服务器停在</translation>
    </message>
    <message>
        <source>The capture shows nothing of this end.</source>
        <translation>抓包中没有这一端的任何内容。</translation>
    </message>
    <message>
        <source>%1 is inferred: no later segment proves that this end came so far.</source>
        <translation>%1 是推断的：没有后续报文段能证明这一端到达了该状态。</translation>
    </message>
</context>
<context>
    <name>finwait::ConnectionPanel</name>
    <message>
        <source>%1 %2</source>
        <extracomment>%1: how a connection was closed, %2: how many were</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Connections: %1</source>
        <translation>连接：%1</translation>
    </message>
    <message>
        <source>packets: %1</source>
        <translation>数据包：%1</translation>
    </message>
    <message>
        <source>with faults: %1</source>
        <translation>有故障：%1</translation>
    </message>
    <message>
        <source>with faults or warnings: %1</source>
        <translation>有故障或警告：%1</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the counts of a summary</extracomment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1. How they closed: %2.</source>
        <extracomment>%1: counts of a capture, %2: how many of its connections were closed in which way</extracomment>
        <translation>%1。关闭方式：%2。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>How many connections pass the filters, of how many</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Summary of the capture</source>
        <translation>抓包概要</translation>
    </message>
</context>
<context>
    <name>finwait::ConnectionPcapng</name>
    <message>
        <source>Packets have numbers for addresses: “%1” is no address and port such as 10.0.0.1:40000 or [2001:db8::1]:40000.</source>
        <translation>数据包只能使用数字形式的地址：“%1”不是 10.0.0.1:40000 或 [2001:db8::1]:40000 这样的地址和端口。</translation>
    </message>
    <message>
        <source>No packet goes between %1 and %2: one is an address of IPv4, the other of IPv6.</source>
        <translation>%1 和 %2 之间无法传送数据包：一个是 IPv4 地址，另一个是 IPv6 地址。</translation>
    </message>
</context>
<context>
    <name>finwait::ConnectionSvg</name>
    <message>
        <source>A TCP state diagram at %1: the client is in %2, the server in %3.</source>
        <extracomment>%1: a moment, %2 and %3: states</extracomment>
        <translation>TCP 状态图，时间 %1：客户端处于 %2，服务器处于 %3。</translation>
    </message>
    <message>
        <source>A message sequence chart of a TCP connection with %1 segments.</source>
        <translation>一个 TCP 连接的消息序列图，共 %1 个报文段。</translation>
    </message>
    <message>
        <source>States of the client: %1.</source>
        <translation>客户端的状态：%1。</translation>
    </message>
    <message>
        <source>States of the server: %1.</source>
        <translation>服务器的状态：%1。</translation>
    </message>
    <message>
        <source>A TCP state diagram at %1: the client is in %2.</source>
        <translation>%1 时的 TCP 状态图：客户端处于 %2。</translation>
    </message>
    <message>
        <source>A TCP state diagram at %1: the server is in %2.</source>
        <translation>%1 时的 TCP 状态图：服务器处于 %2。</translation>
    </message>
    <message>
        <source>A TCP state diagram of many connections.</source>
        <translation>多个连接的 TCP 状态图。</translation>
    </message>
</context>
<context>
    <name>finwait::DiagramScene</name>
    <message>
        <source>&amp;What is this?</source>
        <translation>这是什么？(&amp;W)</translation>
    </message>
    <message>
        <source>C&amp;lient</source>
        <translation>客户端(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>服务器(&amp;S)</translation>
    </message>
</context>
<context>
    <name>finwait::DiagramView</name>
    <message>
        <source>State diagram</source>
        <translation>状态图</translation>
    </message>
</context>
<context>
    <name>finwait::EventModel</name>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>side</source>
        <translation>一方</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>报文段</translation>
    </message>
    <message>
        <source>why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>依据</translation>
    </message>
</context>
<context>
    <name>finwait::EventPanel</name>
    <message>
        <source>Both sides</source>
        <translation>双方</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>全部事件</translation>
    </message>
    <message>
        <source>Transitions</source>
        <translation>状态转换</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>报文段</translation>
    </message>
    <message>
        <source>Timers</source>
        <translation>定时器</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>Show the events of one side only</source>
        <translation>只显示一方的事件</translation>
    </message>
    <message>
        <source>Show events of one kind only</source>
        <translation>只显示一种事件</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>一方</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>事件种类</translation>
    </message>
    <message>
        <source>Find in the events</source>
        <translation>在事件中查找</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>finwait::ExportDialog</name>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export as SVG</source>
        <translation>导出为 SVG</translation>
    </message>
    <message>
        <source>SVG pictures (*.svg)</source>
        <translation>SVG 图片 (*.svg)</translation>
    </message>
    <message>
        <source>There is a file %1 already.</source>
        <translation>文件 %1 已经存在。</translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation>替换(&amp;R)</translation>
    </message>
</context>
<context>
    <name>finwait::Exporter</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>finwait::FaultList</name>
    <message>
        <source>%1, %2, %3: %4</source>
        <extracomment>A fault: from which side to which, which segments, which ones of these, and what happens to them</extracomment>
        <translation>%1，%2，%3：%4</translation>
    </message>
    <message>
        <source>from %1 on: %2</source>
        <extracomment>%1: a moment, %2: what goes wrong from then on</extracomment>
        <translation>从 %1 起：%2</translation>
    </message>
    <message>
        <source>at %1: %2</source>
        <extracomment>%1: a moment, %2: a sentence that says what happens then</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 after the client has come to %2: %3</source>
        <extracomment>%1: a duration, %2: a state, %3: a sentence that says what happens then</extracomment>
        <translation>客户端进入 %2 之后 %1：%3</translation>
    </message>
    <message>
        <source>%1 after the server has come to %2: %3</source>
        <extracomment>%1: a duration, %2: a state, %3: a sentence that says what happens then</extracomment>
        <translation>服务器进入 %2 之后 %1：%3</translation>
    </message>
    <message>
        <source>no longer: %1</source>
        <extracomment>%1: a fault</extracomment>
        <translation>不再有：%1</translation>
    </message>
    <message>
        <source>A segment takes %1 from the client to the server, and %2 back.</source>
        <extracomment>%1 and %2: durations</extracomment>
        <translation>报文段从客户端到服务器的延迟为 %1，返回为 %2。</translation>
    </message>
    <message>
        <source>Every segment waits for a hand.</source>
        <translation>每个报文段都等待手动处理。</translation>
    </message>
    <message>
        <source>Segments arrive by themselves.</source>
        <translation>报文段自行到达。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1, “%2”: %3 instead of %4</source>
        <extracomment>A side&apos;s name, what is timed there, a value of it, and the one that it would have</extracomment>
        <translation>%1，“%2”：%3，而不是 %4</translation>
    </message>
</context>
<context>
    <name>finwait::FaultRuleEditor</name>
    <message>
        <source>%1 is set</source>
        <translation>%1 已置位</translation>
    </message>
    <message>
        <source>%1 is not set</source>
        <translation>%1 未置位</translation>
    </message>
    <message>
        <source>nothing in particular</source>
        <translation>没有特别的条件</translation>
    </message>
    <message>
        <source>the client has been in</source>
        <translation>客户端进入过</translation>
    </message>
    <message>
        <source>the server has been in</source>
        <translation>服务器进入过</translation>
    </message>
</context>
<context>
    <name>finwait::FaultRuleModel</name>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Rule %1, on</source>
        <translation>规则 %1，开</translation>
    </message>
    <message>
        <source>Rule %1, off</source>
        <translation>规则 %1，关</translation>
    </message>
    <message>
        <source>How many segments of this run the rule would have met</source>
        <translation>这条规则在这次运行中会命中多少个报文段</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>报文段</translation>
    </message>
    <message>
        <source>Which of them</source>
        <translation>其中哪些</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>会怎样</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>命中</translation>
    </message>
</context>
<context>
    <name>finwait::FaultWords</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>all from no. %1 on</source>
        <translation>从第 %1 个起全部</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>第 %1 个</translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation>前 %1 个</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>no. %1 and so on</source>
        <translation>第 %1 个，依此类推</translation>
    </message>
    <message>
        <source>no. %1 and so on, %2 in all</source>
        <extracomment>%1: some numbers, %2: how many there are in all</extracomment>
        <translation>第 %1 个，依此类推，共 %2 个</translation>
    </message>
    <message>
        <source>%1, once the client has been in %2</source>
        <extracomment>%1: which segments are met, %2: a state</extracomment>
        <translation>%1，在客户端进入过 %2 之后</translation>
    </message>
    <message>
        <source>%1, once the server has been in %2</source>
        <extracomment>%1: which segments are met, %2: a state</extracomment>
        <translation>%1，在服务器进入过 %2 之后</translation>
    </message>
    <message>
        <source>client: %1 at %2</source>
        <extracomment>%1: a segment, %2: a moment</extracomment>
        <translation>客户端：%1，于 %2</translation>
    </message>
    <message>
        <source>server: %1 at %2</source>
        <extracomment>%1: a segment, %2: a moment</extracomment>
        <translation>服务器：%1，于 %2</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>client to server</source>
        <translation>客户端到服务器</translation>
    </message>
    <message>
        <source>server to client</source>
        <translation>服务器到客户端</translation>
    </message>
    <message>
        <source>any segment</source>
        <translation>任何报文段</translation>
    </message>
    <message>
        <source>ACK alone</source>
        <translation>单独的 ACK</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>It is lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>It arrives later</source>
        <translation>晚到</translation>
    </message>
    <message>
        <source>It arrives more than once</source>
        <translation>到达不止一次</translation>
    </message>
    <message>
        <source>Others overtake it</source>
        <translation>被别的超过</translation>
    </message>
    <message>
        <source>It arrives damaged</source>
        <translation>到达时已损坏</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <extracomment>%1: a kind of segment, %2: flags</extracomment>
        <translation>%1（带 %2）</translation>
    </message>
    <message>
        <source>%1 without %2</source>
        <extracomment>%1: a kind of segment, %2: flags</extracomment>
        <translation>%1（不带 %2）</translation>
    </message>
    <message>
        <source>%1 with %2, without %3</source>
        <extracomment>%1: a kind of segment, %2 and %3: flags</extracomment>
        <translation>%1（带 %2，不带 %3）</translation>
    </message>
    <message>
        <source>%1, by a chance of %2 %</source>
        <extracomment>%1: which segments are met, %2: a number</extracomment>
        <translation>%1，概率 %2 %</translation>
    </message>
    <message>
        <source>%1, from %2 on</source>
        <extracomment>%1: which segments are met, %2: a moment</extracomment>
        <translation>%1，不早于 %2</translation>
    </message>
    <message>
        <source>It is lost.</source>
        <translation>丢失。</translation>
    </message>
    <message>
        <source>It arrives %1 later.</source>
        <translation>晚到 %1。</translation>
    </message>
    <message>
        <source>It arrives twice, %1 apart.</source>
        <extracomment>%1: how often, %2: a duration</extracomment>
        <translation>到达两次，相隔 %1。</translation>
    </message>
    <message>
        <source>It arrives %1 times, %2 apart.</source>
        <translation>到达 %1 次，相隔 %2。</translation>
    </message>
    <message>
        <source>The next one overtakes it, within %1.</source>
        <translation>被下一个超过，最多扣留 %1。</translation>
    </message>
    <message>
        <source>The next %1 overtake it, within %2.</source>
        <translation>被接下来的 %1 个超过，最多扣留 %2。</translation>
    </message>
    <message>
        <source>It arrives damaged.</source>
        <translation>到达时已损坏。</translation>
    </message>
    <message>
        <source>RTO at first</source>
        <translation>最初的 RTO</translation>
    </message>
    <message>
        <source>Shortest RTO</source>
        <translation>最短的 RTO</translation>
    </message>
    <message>
        <source>Longest RTO</source>
        <translation>最长的 RTO</translation>
    </message>
    <message>
        <source>Retransmissions of SYN</source>
        <translation>SYN 的重传次数</translation>
    </message>
    <message>
        <source>Retransmissions of SYN,ACK</source>
        <translation>SYN,ACK 的重传次数</translation>
    </message>
    <message>
        <source>Retransmissions of data and FIN</source>
        <translation>数据和 FIN 的重传次数</translation>
    </message>
    <message>
        <source>MSL: half of TIME_WAIT</source>
        <translation>MSL：TIME_WAIT 的一半</translation>
    </message>
    <message>
        <source>Delay of an ACK</source>
        <translation>ACK 的延迟</translation>
    </message>
    <message>
        <source>User time-out</source>
        <translation>用户超时</translation>
    </message>
    <message>
        <source>FIN_WAIT_2 without an application</source>
        <translation>没有应用程序时的 FIN_WAIT_2</translation>
    </message>
    <message>
        <source>Silence before a keep-alive</source>
        <translation>保活之前的静默</translation>
    </message>
    <message>
        <source>From one keep-alive to the next</source>
        <translation>保活之间的间隔</translation>
    </message>
    <message>
        <source>Keep-alives without an answer</source>
        <translation>无应答的保活次数</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>以及另外 %1 个</translation>
    </message>
    <message>
        <source>Time to open a connection</source>
        <translation>打开连接的时限</translation>
    </message>
    <message>
        <source>Speed of its clock</source>
        <translation>时钟的速度</translation>
    </message>
</context>
<context>
    <name>finwait::FaultsDialog</name>
    <message>
        <source>Play again from the &amp;start</source>
        <translation>从头重新播放(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;From here on</source>
        <translation>从这里开始(&amp;F)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A field of the selected rule cannot be used as it is.</source>
        <translation>所选规则中有一项不能这样使用。</translation>
    </message>
    <message>
        <source>A field of the client&apos;s clockwork cannot be used as it is.</source>
        <translation>客户端计时机制中有一项不能这样使用。</translation>
    </message>
    <message>
        <source>A field of the server&apos;s clockwork cannot be used as it is.</source>
        <translation>服务器计时机制中有一项不能这样使用。</translation>
    </message>
    <message>
        <source>From the start: the scenario begins anew with these faults. From here on: what has happened until %1 stays, and they hold for what comes after it.</source>
        <extracomment>%1: a moment</extracomment>
        <translation>从头：场景带着这些故障重新开始。从这里开始：此前（%1）发生的事保留，故障对之后的事有效。</translation>
    </message>
    <message>
        <source>There are no rules: every segment arrives.</source>
        <translation>没有规则：每个报文段都会到达。</translation>
    </message>
    <message>
        <source>Nothing: the rule is switched off.</source>
        <translation>什么都没有：这条规则已关闭。</translation>
    </message>
    <message>
        <source>None of its segments.</source>
        <translation>没有一个报文段。</translation>
    </message>
    <message>
        <source>What was captured until %1 stays as it is. These faults hold for what is simulated from there on.</source>
        <extracomment>%1: a moment</extracomment>
        <translation>%1 之前抓到的内容保持不变，这些故障对此后的模拟有效。</translation>
    </message>
    <message>
        <source>No captured segment: the rule is for what is simulated from here on.</source>
        <translation>不涉及已抓到的报文段：这条规则只对此后的模拟有效。</translation>
    </message>
</context>
<context>
    <name>finwait::FileMenu</name>
    <message>
        <source>&amp;Begin the scenario again</source>
        <translation>重新开始场景(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Export as SVG...</source>
        <translation>导出为 SVG(&amp;E)...</translation>
    </message>
    <message>
        <source>Save the diagram, the chart or both as an SVG file</source>
        <translation>把状态图、序列图或两者保存为 SVG 文件</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Leave Finwait</source>
        <translation>离开 Finwait</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Begin with two closed ends and nothing planned</source>
        <translation>从两个关闭的端点、没有任何计划开始</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>打开(&amp;O)...</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as...</source>
        <translation>另存为(&amp;A)...</translation>
    </message>
    <message>
        <source>Write the scenario to another file</source>
        <translation>把场景写入另一个文件</translation>
    </message>
    <message>
        <source>&amp;Library...</source>
        <translation>场景库(&amp;L)...</translation>
    </message>
    <message>
        <source>Look through the scenarios that ship with Finwait</source>
        <translation>浏览 Finwait 自带的场景</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>S&amp;cenario</source>
        <translation>场景(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清空此列表(&amp;C)</translation>
    </message>
    <message>
        <source>Write the scenario to its file, with what was done by hand in the current branch</source>
        <translation>把场景写入它的文件，连同当前分支中的手动操作</translation>
    </message>
    <message>
        <source>Load it afresh: what was done by hand since it was opened or saved is undone</source>
        <translation>重新载入：撤销自打开或保存以来的手动操作</translation>
    </message>
    <message>
        <source>As the &amp;client sees them...</source>
        <translation>客户端所见(&amp;C)...</translation>
    </message>
    <message>
        <source>Save a capture of what the client sends and what arrives there</source>
        <translation>保存抓包文件，包含客户端发出的和到达客户端的数据包</translation>
    </message>
    <message>
        <source>As the &amp;server sees them...</source>
        <translation>服务器所见(&amp;S)...</translation>
    </message>
    <message>
        <source>Save a capture of what the server sends and what arrives there</source>
        <translation>保存抓包文件，包含服务器发出的和到达服务器的数据包</translation>
    </message>
    <message>
        <source>Export &amp;packets (.pcapng)</source>
        <translation>导出数据包（.pcapng）(&amp;P)</translation>
    </message>
    <message>
        <source>Of the &amp;client&apos;s end...</source>
        <translation>客户端一端(&amp;C)...</translation>
    </message>
    <message>
        <source>Save a script that plays the server and tests whether a client does the same</source>
        <translation>保存一个脚本，它扮演服务器，检验客户端是否同样行事</translation>
    </message>
    <message>
        <source>Of the &amp;server&apos;s end...</source>
        <translation>服务器一端(&amp;S)...</translation>
    </message>
    <message>
        <source>Save a script that plays the client and tests whether a server does the same</source>
        <translation>保存一个脚本，它扮演客户端，检验服务器是否同样行事</translation>
    </message>
    <message>
        <source>Export packetdrill scrip&amp;t (.pkt)</source>
        <translation>导出 packetdrill 脚本（.pkt）(&amp;T)</translation>
    </message>
    <message>
        <source>Play a scenario, a packetdrill script or a captured connection from a file</source>
        <translation>播放文件中的场景、packetdrill 脚本或抓到的连接</translation>
    </message>
</context>
<context>
    <name>finwait::HelpMenu</name>
    <message>
        <source>&amp;States and their spellings</source>
        <translation>状态及其写法(&amp;S)</translation>
    </message>
    <message>
        <source>What each state means, and what it is called elsewhere</source>
        <translation>每个状态的含义，以及它在别处的叫法</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Every key and what it does</source>
        <translation>所有按键及其作用</translation>
    </message>
    <message>
        <source>&amp;About Finwait</source>
        <translation>关于 Finwait(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>版本和许可证</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>finwait::HostActions</name>
    <message>
        <source>Crash the com&amp;puter</source>
        <translation>使计算机崩溃(&amp;P)</translation>
    </message>
    <message>
        <source>All that it knows is lost, and nobody is told</source>
        <translation>它所知的一切都丢失，也不告诉任何人</translation>
    </message>
    <message>
        <source>Res&amp;tart the computer</source>
        <translation>重启计算机(&amp;T)</translation>
    </message>
    <message>
        <source>It comes back and knows of no connection</source>
        <translation>它回来了，但不知道任何连接</translation>
    </message>
    <message>
        <source>Pull the ca&amp;ble</source>
        <translation>拔出网线(&amp;B)</translation>
    </message>
    <message>
        <source>Time goes on for it, but nothing gets out or in</source>
        <translation>对它来说时间照常流逝，但什么都出不去、进不来</translation>
    </message>
    <message>
        <source>Plug the cable &amp;in again</source>
        <translation>插回网线(&amp;I)</translation>
    </message>
    <message>
        <source>What it sends gets out again, and what comes gets in</source>
        <translation>它发送的又能出去，来的也能进来</translation>
    </message>
</context>
<context>
    <name>finwait::Inspector</name>
    <message>
        <source>selected</source>
        <translation>所选</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检视器</translation>
    </message>
    <message>
        <source>What is selected</source>
        <translation>所选的内容</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>连接</translation>
    </message>
</context>
<context>
    <name>finwait::LibraryDialog</name>
    <message>
        <source>&amp;Load</source>
        <translation>载入(&amp;L)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>finwait::LoadingStrip</name>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>How much of the file is read</source>
        <translation>文件已读取多少</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>finwait::MainWindow</name>
    <message>
        <source>Exported to %1.</source>
        <translation>已导出到 %1。</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检视器</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>已保存到 %1。</translation>
    </message>
    <message>
        <source>%1[*] - Finwait</source>
        <extracomment>Title of the window: the file or the scenario that is played, [*] where an asterisk marks what is not saved, and the program&apos;s name</extracomment>
        <translation>%1[*] - Finwait</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <extracomment>%1: what an action is called, %2: the key that was pressed, %3: why it cannot be done, a sentence</extracomment>
        <translation>%1（%2）：%3</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>A script tells what applications call, which no capture shows.</source>
        <translation>脚本说明应用程序的调用，而抓包不能显示这些调用。</translation>
    </message>
    <message>
        <source>No capture is open.</source>
        <translation>没有打开抓包文件。</translation>
    </message>
    <message>
        <source>What was captured is no scenario. Its picture and its packets can be exported.</source>
        <translation>抓到的内容不是场景。可以导出它的图和数据包。</translation>
    </message>
</context>
<context>
    <name>finwait::Message</name>
    <message>
        <source>a packetdrill script</source>
        <translation>packetdrill 脚本</translation>
    </message>
    <message>
        <source>the file ends within its header</source>
        <translation>文件在文件头中就结束了</translation>
    </message>
    <message>
        <source>libpcap does not take this for a capture file: %1</source>
        <translation>libpcap 认为这不是抓包文件：%1</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>packets with headers of the link type %1 are not read; those of Ethernet, Linux cooked, loopback, PPP and raw IP are</source>
        <translation>不读取链路类型为 %1 的数据包；可以读取以太网、Linux cooked、环回、PPP 和原始 IP 的数据包</translation>
    </message>
    <message>
        <source>after packet %1 the file is cut off, at octet %2</source>
        <translation>文件在第 %1 个数据包之后、第 %2 字节处被截断</translation>
    </message>
    <message>
        <source>after packet %1 the file cannot be read any further, at octet %2: %3</source>
        <translation>文件在第 %1 个数据包之后、第 %2 字节处无法继续读取：%3</translation>
    </message>
    <message>
        <source>the file says of no interface, and so it has no packets</source>
        <translation>文件没有描述任何接口，因此没有数据包</translation>
    </message>
    <message>
        <source>this is no capture file: it is neither of the form pcap nor of the form pcapng</source>
        <translation>这不是抓包文件：既不是 pcap 格式，也不是 pcapng 格式</translation>
    </message>
    <message>
        <source>after packet %1 begins, at octet %2, a section of a version of pcapng that is not known</source>
        <translation>在第 %1 个数据包之后、第 %2 字节处开始的节，其 pcapng 版本未知</translation>
    </message>
    <message>
        <source>after packet %1 the file is broken, at octet %2: the two lengths of a block differ</source>
        <translation>文件在第 %1 个数据包之后、第 %2 字节处已损坏：块首尾的两个长度不一致</translation>
    </message>
    <message>
        <source>after packet %1 the file is broken, at octet %2: a section has no order of octets</source>
        <translation>文件在第 %1 个数据包之后、第 %2 字节处已损坏：节没有字节序</translation>
    </message>
    <message>
        <source>after packet %1 the file is broken, at octet %2: no block has such a length</source>
        <translation>文件在第 %1 个数据包之后、第 %2 字节处已损坏：块不可能有这样的长度</translation>
    </message>
    <message>
        <source>after packet %1 the file is broken, at octet %2: this cannot be an interface</source>
        <translation>文件在第 %1 个数据包之后、第 %2 字节处已损坏：这不可能是接口</translation>
    </message>
    <message>
        <source>after packet %1 the file is broken, at octet %2: a packet is of no interface of its section</source>
        <translation>文件在第 %1 个数据包之后、第 %2 字节处已损坏：数据包不属于本节的任何接口</translation>
    </message>
    <message>
        <source>after packet %1 the file is broken, at octet %2: a packet is longer than its block</source>
        <translation>文件在第 %1 个数据包之后、第 %2 字节处已损坏：数据包比它所在的块还长</translation>
    </message>
    <message>
        <source>after packet %1 the compressed file is cut off, at octet %2</source>
        <translation>压缩文件在第 %1 个数据包之后、第 %2 字节处被截断</translation>
    </message>
    <message>
        <source>after packet %1 the compressed file is damaged, at octet %2</source>
        <translation>压缩文件在第 %1 个数据包之后、第 %2 字节处已损坏</translation>
    </message>
    <message>
        <source>the floor of the RTO is above its ceiling</source>
        <translation>RTO 的下限高于上限</translation>
    </message>
    <message>
        <source>at most the ceiling, %1</source>
        <translation>不超过上限 %1</translation>
    </message>
    <message>
        <source>%1 is not a timer</source>
        <translation>%1 不是定时器</translation>
    </message>
    <message>
        <source>there is nothing in this object that is done</source>
        <translation>这个对象里没有要做的事情</translation>
    </message>
    <message>
        <source>&quot;%1&quot;, &quot;%2&quot;, &quot;%3&quot; or one of %4</source>
        <translation>“%1”、“%2”、“%3”，或以下之一：%4</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有那个文件或文件夹</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不够</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许的操作</translation>
    </message>
    <message>
        <source>this is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>符号链接的层数过多</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>设备上没有剩余空间</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统是只读的</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>error %1 of the system (%2)</source>
        <translation>系统错误 %1（%2）</translation>
    </message>
    <message>
        <source>at most %1 MiB</source>
        <translation>最多 %1 MiB</translation>
    </message>
    <message>
        <source>this file is too large</source>
        <translation>这个文件太大</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>一个值</translation>
    </message>
    <message>
        <source>a name in quotation marks</source>
        <translation>引号中的名称</translation>
    </message>
    <message>
        <source>%1 stands twice</source>
        <translation>%1 出现了两次</translation>
    </message>
    <message>
        <source>each name at most once</source>
        <translation>每个名称最多出现一次</translation>
    </message>
    <message>
        <source>this object has too many fields</source>
        <translation>这个对象的字段太多</translation>
    </message>
    <message>
        <source>this list has too many entries</source>
        <translation>这个列表的条目太多</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>%1 is not a number</source>
        <translation>%1 不是数字</translation>
    </message>
    <message>
        <source>a number such as 40 or 0.5</source>
        <translation>一个数字，例如 40 或 0.5</translation>
    </message>
    <message>
        <source>objects and arrays lie too deep inside each other</source>
        <translation>对象和列表嵌套得太深</translation>
    </message>
    <message>
        <source>at most %1 levels</source>
        <translation>最多 %1 层</translation>
    </message>
    <message>
        <source>&apos;%1&apos;</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>the end of the file</source>
        <translation>文件结尾</translation>
    </message>
    <message>
        <source>a name in quotation marks, or &apos;%1&apos;</source>
        <translation>引号中的名称，或“%1”</translation>
    </message>
    <message>
        <source>&apos;%1&apos; or &apos;%2&apos;</source>
        <translation>“%1”或“%2”</translation>
    </message>
    <message>
        <source>a value, or &apos;%1&apos;</source>
        <translation>一个值，或“%1”</translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation>文件过早结束</translation>
    </message>
    <message>
        <source>this text has no end</source>
        <translation>这段文字没有结尾</translation>
    </message>
    <message>
        <source>this cannot stand in a text</source>
        <translation>文字中不能有它</translation>
    </message>
    <message>
        <source>valid UTF-8 up to a closing &apos;&quot;&apos;, with line ends and &apos;\&apos; escaped</source>
        <translation>有效的 UTF-8，以“&quot;”结束，其中的换行和“\”要转义</translation>
    </message>
    <message>
        <source>%1 cannot stand here</source>
        <translation>这里不能有 %1</translation>
    </message>
    <message>
        <source>this is null</source>
        <translation>这是 null</translation>
    </message>
    <message>
        <source>this is true or false</source>
        <translation>这是 true 或 false</translation>
    </message>
    <message>
        <source>this is a number</source>
        <translation>这是一个数字</translation>
    </message>
    <message>
        <source>this is a text</source>
        <translation>这是一段文字</translation>
    </message>
    <message>
        <source>this is a list</source>
        <translation>这是一个列表</translation>
    </message>
    <message>
        <source>this is an object</source>
        <translation>这是一个对象</translation>
    </message>
    <message>
        <source>%1 is not possible here</source>
        <translation>这里不能用 %1</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 到 %2 之间的整数</translation>
    </message>
    <message>
        <source>a text of one line</source>
        <translation>一行文字</translation>
    </message>
    <message>
        <source>a text, with an empty line between its paragraphs</source>
        <translation>一段文字，段落之间空一行</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>一个对象</translation>
    </message>
    <message>
        <source>a field is missing in this object</source>
        <translation>这个对象缺少一个字段</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>以下之一：%1</translation>
    </message>
    <message>
        <source>unknown field %1</source>
        <translation>未知的字段 %1</translation>
    </message>
    <message>
        <source>a percentage from 0 to 100, with at most one digit after the point</source>
        <translation>0 到 100 之间的百分数，小数点后最多一位</translation>
    </message>
    <message>
        <source>%1 is not a kind of segment</source>
        <translation>%1 不是报文段的种类</translation>
    </message>
    <message>
        <source>%1 is not an action</source>
        <translation>%1 不是动作</translation>
    </message>
    <message>
        <source>a list of faults</source>
        <translation>故障的列表</translation>
    </message>
    <message>
        <source>%1 is not a call</source>
        <translation>%1 不是调用</translation>
    </message>
    <message>
        <source>%1 is not something that happens to a host</source>
        <translation>%1 不是主机会遇到的事情</translation>
    </message>
    <message>
        <source>&quot;%1&quot;, &quot;%2&quot; or &quot;%3&quot;</source>
        <translation>“%1”、“%2”或“%3”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; or &quot;%2&quot;</source>
        <translation>“%1”或“%2”</translation>
    </message>
    <message>
        <source>milliseconds from %1 to %2, with at most three digits after the point</source>
        <translation>%1 到 %2 之间的毫秒数，小数点后最多三位</translation>
    </message>
    <message>
        <source>%1 is not a side</source>
        <translation>%1 不是连接的一端</translation>
    </message>
    <message>
        <source>%1 is not a state</source>
        <translation>%1 不是状态</translation>
    </message>
    <message>
        <source>a list of flags</source>
        <translation>标志的列表</translation>
    </message>
    <message>
        <source>%1 is not a flag</source>
        <translation>%1 不是标志</translation>
    </message>
    <message>
        <source>this is not a regular file</source>
        <translation>这不是普通文件</translation>
    </message>
    <message>
        <source>the file would be too large</source>
        <translation>文件会太大</translation>
    </message>
    <message>
        <source>what would be written could not be read again</source>
        <translation>要写入的内容无法再次读取</translation>
    </message>
    <message>
        <source>a scenario file (.finwait)</source>
        <translation>场景文件（.finwait）</translation>
    </message>
    <message>
        <source>a name of small letters, digits and &apos;-&apos;</source>
        <translation>由小写字母、数字和“-”组成的名称</translation>
    </message>
    <message>
        <source>%1 is not a name</source>
        <translation>%1 不是名称</translation>
    </message>
    <message>
        <source>%1 is not a profile</source>
        <translation>%1 不是配置</translation>
    </message>
    <message>
        <source>a list of states</source>
        <translation>状态的列表</translation>
    </message>
    <message>
        <source>an object with a text for each language</source>
        <translation>一个对象，其中每种语言有一段文字</translation>
    </message>
    <message>
        <source>%1 is not a language</source>
        <translation>%1 不是语言</translation>
    </message>
    <message>
        <source>a code such as &quot;en&quot; or &quot;zh_CN&quot;</source>
        <translation>一个代码，例如“en”或“zh_CN”</translation>
    </message>
    <message>
        <source>the text is missing in English</source>
        <translation>缺少英文的文字</translation>
    </message>
    <message>
        <source>a list of what is planned</source>
        <translation>计划要做的事情的列表</translation>
    </message>
    <message>
        <source>a list of what was done by hand</source>
        <translation>手动操作的列表</translation>
    </message>
    <message>
        <source>the file is of a later format than this program knows</source>
        <translation>文件的格式比本程序所知的更新</translation>
    </message>
    <message>
        <source>this has no end</source>
        <translation>它没有结尾</translation>
    </message>
    <message>
        <source>lists lie too deep inside each other</source>
        <translation>列表嵌套得太深</translation>
    </message>
    <message>
        <source>a packet, a call, a command in backticks, or &quot;%{&quot;</source>
        <translation>一个包、一个调用、反引号中的命令，或“%{”</translation>
    </message>
    <message>
        <source>this block has no end</source>
        <translation>这一块没有结尾</translation>
    </message>
    <message>
        <source>there is no block to end</source>
        <translation>没有可以结束的块</translation>
    </message>
    <message>
        <source>&quot;%1&quot; before it</source>
        <translation>前面有“%1”</translation>
    </message>
    <message>
        <source>the name of an option</source>
        <translation>选项的名称</translation>
    </message>
    <message>
        <source>the end of the line</source>
        <translation>行尾</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>the time ends before it begins</source>
        <translation>时间在开始之前就结束了</translation>
    </message>
    <message>
        <source>a later second time</source>
        <translation>第二个时间更晚</translation>
    </message>
    <message>
        <source>this is not a number</source>
        <translation>这不是数字</translation>
    </message>
    <message>
        <source>digits after 0x</source>
        <translation>0x 之后的数字</translation>
    </message>
    <message>
        <source>this number is too large</source>
        <translation>这个数字太大</translation>
    </message>
    <message>
        <source>at most 64 bits</source>
        <translation>最多 64 位</translation>
    </message>
    <message>
        <source>%1 is not a time</source>
        <translation>%1 不是时间</translation>
    </message>
    <message>
        <source>seconds, with at most six digits after the point</source>
        <translation>秒数，小数点后最多六位</translation>
    </message>
    <message>
        <source>the script ends too early</source>
        <translation>脚本过早结束</translation>
    </message>
    <message>
        <source>the line ends too early</source>
        <translation>这一行过早结束</translation>
    </message>
    <message>
        <source>flags, some of %1</source>
        <translation>标志，从 %1 中选择</translation>
    </message>
    <message>
        <source>a sequence number from %1 to %2</source>
        <translation>%1 到 %2 之间的序号</translation>
    </message>
    <message>
        <source>a timestamp from %1 to %2</source>
        <translation>%1 到 %2 之间的时间戳</translation>
    </message>
    <message>
        <source>a number of octets from %1 to %2</source>
        <translation>%1 到 %2 之间的字节数</translation>
    </message>
    <message>
        <source>the sequence numbers do not fit the number of octets</source>
        <translation>序号与字节数不符</translation>
    </message>
    <message>
        <source>%1 between them</source>
        <translation>两者相差 %1</translation>
    </message>
    <message>
        <source>a segment size from %1 to %2</source>
        <translation>%1 到 %2 之间的报文段大小</translation>
    </message>
    <message>
        <source>a shift from %1 to %2</source>
        <translation>%1 到 %2 之间的移位数</translation>
    </message>
    <message>
        <source>%1 is not a TCP option</source>
        <translation>%1 不是 TCP 选项</translation>
    </message>
    <message>
        <source>an acknowledgment number from %1 to %2</source>
        <translation>%1 到 %2 之间的确认号</translation>
    </message>
    <message>
        <source>a window from %1 to %2</source>
        <translation>%1 到 %2 之间的窗口</translation>
    </message>
    <message>
        <source>an urgent pointer from %1 to %2</source>
        <translation>%1 到 %2 之间的紧急指针</translation>
    </message>
    <message>
        <source>no number is acknowledged</source>
        <translation>没有确认任何序号</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and a number</source>
        <translation>“%1”和一个数字</translation>
    </message>
    <message>
        <source>a flag of explicit congestion notification</source>
        <translation>显式拥塞通知的标志</translation>
    </message>
    <message>
        <source>the TCP option %1</source>
        <translation>TCP 选项 %1</translation>
    </message>
    <message>
        <source>a packet of %1</source>
        <translation>%1 的包</translation>
    </message>
    <message>
        <source>a mark in the IP header</source>
        <translation>IP 首部中的标记</translation>
    </message>
    <message>
        <source>nothing is called, sent or received at that end</source>
        <translation>这一端没有任何调用、发送或接收</translation>
    </message>
    <message>
        <source>of that end only the segments are known</source>
        <translation>对这一端只知道它的报文段</translation>
    </message>
    <message>
        <source>the clock of that end is not right, and a script has only one</source>
        <translation>这一端的时钟不准，而脚本只有一个时钟</translation>
    </message>
    <message>
        <source>that end has a value of its own that no sysctl sets</source>
        <translation>这一端有一个任何 sysctl 都不能设置的值</translation>
    </message>
    <message>
        <source>the application makes a call in the very moment of an arrival, and one segment answers both; the calls of a script come after the answer</source>
        <translation>应用程序恰在报文段到达的那一刻进行调用，一个报文段同时应答两者；脚本中的调用在应答之后</translation>
    </message>
    <message>
        <source>a listener sends or opens actively, which a listening socket cannot</source>
        <translation>监听端发送数据或主动打开，而监听套接字做不到</translation>
    </message>
    <message>
        <source>something is done in the very moment of a timer, after it has run out in silence; in a script it comes before</source>
        <translation>定时器不露痕迹地到期，随即在同一刻又发生了别的事；在脚本中它排在定时器之前</translation>
    </message>
    <message>
        <source>text comes with the connection and is read before the answer to it; accept() comes after that in a script</source>
        <translation>数据随连接一起到达，在应答之前就被读取；脚本中 accept() 在应答之后</translation>
    </message>
    <message>
        <source>the application makes a call on a connection that accept() does not return yet</source>
        <translation>应用程序对 accept() 还不会返回的连接进行调用</translation>
    </message>
    <message>
        <source>the application makes a call on a connection that it has closed</source>
        <translation>应用程序对它已经关闭的连接进行调用</translation>
    </message>
    <message>
        <source>TIME_WAIT is left for a new connection, and no socket listens for it</source>
        <translation>为新连接离开 TIME_WAIT，而没有套接字在监听</translation>
    </message>
    <message>
        <source>somebody meddles with a timer</source>
        <translation>有人动了定时器</translation>
    </message>
    <message>
        <source>a user timeout runs out, and no sysctl sets it</source>
        <translation>用户超时到期，而没有 sysctl 能设置它</translation>
    </message>
    <message>
        <source>the clockwork of that end is changed</source>
        <translation>这一端的计时机制被更改</translation>
    </message>
    <message>
        <source>an option of a connected socket is changed</source>
        <translation>已连接套接字的一个选项被更改</translation>
    </message>
    <message>
        <source>the text of a segment reaches beyond the largest sequence number of a script</source>
        <translation>报文段的数据超出脚本的最大序号</translation>
    </message>
    <message>
        <source>a script of more events would be longer than anybody reads</source>
        <translation>更长的脚本没有人会去读</translation>
    </message>
    <message>
        <source>%1 is not a setting</source>
        <translation>%1 不是设置项</translation>
    </message>
    <message>
        <source>the assertion %1</source>
        <translation>断言 %1</translation>
    </message>
    <message>
        <source>%1() that returns</source>
        <translation>%1() 返回</translation>
    </message>
    <message>
        <source>one that still blocks at the end</source>
        <translation>结束时仍在阻塞</translation>
    </message>
    <message>
        <source>%1() that blocks</source>
        <translation>%1() 阻塞</translation>
    </message>
    <message>
        <source>one that returns at once</source>
        <translation>立即返回</translation>
    </message>
    <message>
        <source>%1() that returns at once</source>
        <translation>%1() 立即返回</translation>
    </message>
    <message>
        <source>one that blocks</source>
        <translation>阻塞</translation>
    </message>
    <message>
        <source>%1() that returns at %2</source>
        <translation>%1() 在 %2 返回</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>什么也没有</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1（在 %2）</translation>
    </message>
    <message>
        <source>the same at %1</source>
        <translation>发生在 %1</translation>
    </message>
    <message>
        <source>%1 from %2()</source>
        <translation>%2() 给出 %1</translation>
    </message>
    <message>
        <source>%1() with fewer than %2 arguments</source>
        <translation>参数少于 %2 个的 %1()</translation>
    </message>
    <message>
        <source>%1() with an argument %2 that is no number</source>
        <translation>第 %2 个参数不是数的 %1()</translation>
    </message>
    <message>
        <source>%1() on a descriptor that is not open</source>
        <translation>对未打开的描述符调用 %1()</translation>
    </message>
    <message>
        <source>a socket that is not of TCP</source>
        <translation>非 TCP 的套接字</translation>
    </message>
    <message>
        <source>%1() with %2</source>
        <translation>带 %2 的 %1()</translation>
    </message>
    <message>
        <source>%1() of %2</source>
        <translation>对 %2 的 %1()</translation>
    </message>
    <message>
        <source>%1() of %2 on a connection that has begun</source>
        <translation>连接已经开始后对 %2 的 %1()</translation>
    </message>
    <message>
        <source>the command `%1`</source>
        <translation>命令 `%1`</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 中有 %1</translation>
    </message>
    <message>
        <source>a script without an event</source>
        <translation>没有事件的脚本</translation>
    </message>
    <message>
        <source>a script that takes longer than thirty years</source>
        <translation>持续超过三十年的脚本</translation>
    </message>
    <message>
        <source>more than %1 calls that block at once</source>
        <translation>同时有超过 %1 个阻塞的调用</translation>
    </message>
    <message>
        <source>a script in which more happens than anybody reads</source>
        <translation>发生的事情多到无人会读的脚本</translation>
    </message>
    <message>
        <source>that end is found in another state, and what led there was not captured</source>
        <translation>那一端被发现处于另一个状态，而到达该状态的过程没有被抓到</translation>
    </message>
    <message>
        <source>it is not the file that it was when it was opened</source>
        <translation>它已经不是打开时的那个文件</translation>
    </message>
    <message>
        <source>there is no packet in it</source>
        <translation>其中没有任何数据包</translation>
    </message>
    <message>
        <source>there is no TCP connection in it: of its packets (%1) none holds a TCP segment that can be read</source>
        <translation>其中没有 TCP 连接：共 %1 个数据包，都不含可读取的 TCP 报文段</translation>
    </message>
</context>
<context>
    <name>finwait::MessageText</name>
    <message>
        <source>%1.</source>
        <extracomment>%1: what is wrong in a file; only the full stop is missing</extracomment>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>finwait::MisfitText</name>
    <message>
        <source>It was done after step %1, and step %2 is the last now.</source>
        <translation>它原在第 %1 步之后执行，而现在第 %2 步是最后一步。</translation>
    </message>
    <message>
        <source>It was done after step %1, and so much happens before it now that step %2 is the last that is played.</source>
        <translation>它原在第 %1 步之后执行，而现在在它之前发生的事情太多，第 %2 步是播放的最后一步。</translation>
    </message>
    <message>
        <source>It was done after step %1, and step %2 comes before it now.</source>
        <translation>它原在第 %1 步之后执行，而现在第 %2 步也排在它之前。</translation>
    </message>
    <message>
        <source>It was done at %1, after step %2, which comes only at %3 now.</source>
        <extracomment>%1 and %3: moments</extracomment>
        <translation>它原在第 %2 步之后执行（%1），而这一步现在发生得更晚（%3）。</translation>
    </message>
    <message>
        <source>It was done at %1, before step %2, which comes at %3 now.</source>
        <extracomment>%1 and %3: moments</extracomment>
        <translation>它原在第 %2 步之前执行（%1），而这一步现在的时间是 %3。</translation>
    </message>
    <message>
        <source>It was done at %1. %2</source>
        <extracomment>%1: a moment, %2: a sentence that says why</extracomment>
        <translation>它原来的执行时间是 %1。%2</translation>
    </message>
    <message>
        <source>Number %1 of what was done by hand (“done”) does not fit the scenario any more. %2 Neither it nor what comes after it is done.</source>
        <extracomment>“done” is a field of a file. %2: sentences</extracomment>
        <translation>第 %1 项手动操作（“done”）与场景不再吻合。%2它和它之后的操作都不会执行。</translation>
    </message>
</context>
<context>
    <name>finwait::NetworkActions</name>
    <message>
        <source>D&amp;elay...</source>
        <translation>延迟(&amp;E)...</translation>
    </message>
    <message>
        <source>How long segments take in each direction</source>
        <translation>报文段在每个方向上需要多久</translation>
    </message>
    <message>
        <source>Deliver the &amp;next segment</source>
        <translation>送达下一个报文段(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Lose the next segment</source>
        <translation>丢失下一个报文段(&amp;L)</translation>
    </message>
    <message>
        <source>Let the network lose the segment that is to arrive first</source>
        <translation>让网络丢失最先要到达的报文段</translation>
    </message>
    <message>
        <source>Run the ne&amp;xt timer out</source>
        <translation>让下一个定时器到期(&amp;X)</translation>
    </message>
    <message>
        <source>Let the timer run out that is the first to do so</source>
        <translation>让最先要到期的定时器到期</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Deliver</source>
        <translation>送达(&amp;D)</translation>
    </message>
    <message>
        <source>L&amp;ose</source>
        <translation>丢失(&amp;O)</translation>
    </message>
    <message>
        <source>Run a &amp;timer out</source>
        <translation>让定时器到期(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Faults...</source>
        <translation>故障(&amp;F)...</translation>
    </message>
    <message>
        <source>What goes wrong with segments, and with clocks</source>
        <translation>报文段和时钟会出什么错</translation>
    </message>
    <message>
        <source>Delivery by &amp;hand</source>
        <translation>手动送达(&amp;H)</translation>
    </message>
    <message>
        <source>Let each segment wait on its way for what you do to it</source>
        <translation>让每个报文段在途中等待您的处理</translation>
    </message>
    <message>
        <source>D&amp;uplicate the next segment</source>
        <translation>复制下一个报文段(&amp;U)</translation>
    </message>
    <message>
        <source>Let the network make another one of the segment that is to arrive first</source>
        <translation>让网络给最先到达的报文段造一个副本</translation>
    </message>
    <message>
        <source>Hold the next segment bac&amp;k</source>
        <translation>扣留下一个报文段(&amp;K)</translation>
    </message>
    <message>
        <source>Let the segment wait on its way that is to arrive first, until you deliver it</source>
        <translation>让最先到达的报文段在途中等待，直到您送达它</translation>
    </message>
    <message>
        <source>Dupli&amp;cate</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Hold &amp;back</source>
        <translation>扣留(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Stop a timer</source>
        <translation>停止定时器(&amp;S)</translation>
    </message>
    <message>
        <source>Let a timer run t&amp;wice as long</source>
        <translation>让定时器延长一倍(&amp;W)</translation>
    </message>
    <message>
        <source>Time goes on until the segment arrives that is to arrive first; one that waits arrives at once</source>
        <translation>时间走到最先应到达的报文段到达为止；正在等待的报文段立即到达</translation>
    </message>
    <message>
        <source>There is no network between a script and its endpoint.</source>
        <translation>脚本与它的端点之间没有网络。</translation>
    </message>
</context>
<context>
    <name>finwait::NetworkDeeds</name>
    <message>
        <source>To the server: %1, waiting</source>
        <extracomment>An entry of a menu: a segment (%1) that waits on its way</extracomment>
        <translation>到服务器：%1，等待中</translation>
    </message>
    <message>
        <source>To the client: %1, waiting</source>
        <extracomment>An entry of a menu: a segment (%1) that waits on its way</extracomment>
        <translation>到客户端：%1，等待中</translation>
    </message>
    <message>
        <source>To the server: %1, due at %2</source>
        <extracomment>An entry of a menu: a segment (%1) on its way, and the moment (%2) at which it is to arrive</extracomment>
        <translation>到服务器：%1，预计 %2</translation>
    </message>
    <message>
        <source>To the client: %1, due at %2</source>
        <extracomment>An entry of a menu: a segment (%1) on its way, and the moment (%2) at which it is to arrive</extracomment>
        <translation>到客户端：%1，预计 %2</translation>
    </message>
    <message>
        <source>Client: %1, due at %2</source>
        <extracomment>An entry of a menu: a timer (%1) and the moment (%2) at which it runs out</extracomment>
        <translation>客户端：%1，预计 %2</translation>
    </message>
    <message>
        <source>Server: %1, due at %2</source>
        <extracomment>An entry of a menu: a timer (%1) and the moment (%2) at which it runs out</extracomment>
        <translation>服务器：%1，预计 %2</translation>
    </message>
    <message>
        <source>No timer is running.</source>
        <translation>没有定时器在运行。</translation>
    </message>
    <message>
        <source>No segment is on its way.</source>
        <translation>途中没有报文段。</translation>
    </message>
    <message>
        <source>Every segment that is on its way is waiting already.</source>
        <translation>途中的每个报文段都已在等待。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: a segment, %2: what it is, such as &quot;retransmission&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, sent at %2</source>
        <extracomment>%1: a segment, %2: a moment</extracomment>
        <translation>%1，发送时间 %2</translation>
    </message>
</context>
<context>
    <name>finwait::NetworkDelayDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>更改(&amp;H)</translation>
    </message>
</context>
<context>
    <name>finwait::OpenConnectionDialog</name>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The client&apos;s address must be a host and a port such as 10.0.0.1:40000.</source>
        <translation>客户端的地址必须由主机和端口组成，例如 10.0.0.1:40000。</translation>
    </message>
    <message>
        <source>Client and server need different addresses or ports.</source>
        <translation>客户端和服务器需要不同的地址或端口。</translation>
    </message>
    <message>
        <source>The server&apos;s address must be a host and a port such as 10.0.0.2:80.</source>
        <translation>服务器的地址必须由主机和端口组成，例如 10.0.0.2:80。</translation>
    </message>
    <message>
        <source>Delay: %1</source>
        <translation>延迟：%1</translation>
    </message>
</context>
<context>
    <name>finwait::PacketComments</name>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>%1: a moment, %2: a side or the network, %3: what happened there</extracomment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: what happened, %2: why</extracomment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>finwait::PacketsExport</name>
    <message>
        <source>Export packets as the client sees them</source>
        <translation>导出客户端所见的数据包</translation>
    </message>
    <message>
        <source>Export packets as the server sees them</source>
        <translation>导出服务器所见的数据包</translation>
    </message>
    <message>
        <source>Captures (*.pcapng)</source>
        <translation>抓包文件 (*.pcapng)</translation>
    </message>
    <message>
        <source>Export packets</source>
        <translation>导出数据包</translation>
    </message>
    <message>
        <source>The packets cannot be exported.</source>
        <translation>无法导出数据包。</translation>
    </message>
</context>
<context>
    <name>finwait::PathCheck</name>
    <message>
        <source>the end</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>%1: state %2 should be %3 and is %4; expected %5, found %6</source>
        <extracomment>%1: client or server, %2: which state of the path, %3 and %4: states, %5 and %6: whole paths</extracomment>
        <translation>%1：第 %2 个状态应为 %3，实际为 %4；期望 %5，得到 %6</translation>
    </message>
</context>
<context>
    <name>finwait::Pictures</name>
    <message>
        <source>E&amp;xport the diagram as SVG...</source>
        <translation>把状态图导出为 SVG(&amp;X)...</translation>
    </message>
    <message>
        <source>E&amp;xport the chart as SVG...</source>
        <translation>把序列图导出为 SVG(&amp;X)...</translation>
    </message>
</context>
<context>
    <name>finwait::PlayActions</name>
    <message>
        <source>To the s&amp;tart</source>
        <translation>到开头(&amp;T)</translation>
    </message>
    <message>
        <source>Go back to the start</source>
        <translation>回到开头</translation>
    </message>
    <message>
        <source>Pre&amp;vious transition</source>
        <translation>上一次转换(&amp;V)</translation>
    </message>
    <message>
        <source>Go back to before the last change of a state</source>
        <translation>回到上一次状态改变之前</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>后退一步(&amp;B)</translation>
    </message>
    <message>
        <source>Go back by one event</source>
        <translation>后退一个事件</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>Let time run, or stop it</source>
        <translation>让时间运行，或者停下</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>前进一步(&amp;S)</translation>
    </message>
    <message>
        <source>Go on by one event</source>
        <translation>前进一个事件</translation>
    </message>
    <message>
        <source>&amp;Next transition</source>
        <translation>下一次转换(&amp;N)</translation>
    </message>
    <message>
        <source>Go on to the next change of a state</source>
        <translation>前进到下一次状态改变</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>到结尾(&amp;E)</translation>
    </message>
    <message>
        <source>Go on to the end</source>
        <translation>前进到结尾</translation>
    </message>
    <message>
        <source>Skip the &amp;wait</source>
        <translation>跳过等待(&amp;W)</translation>
    </message>
    <message>
        <source>Jump to just before the next event</source>
        <translation>跳到下一个事件之前</translation>
    </message>
    <message>
        <source>Skip waits while play&amp;ing</source>
        <translation>播放时跳过等待(&amp;I)</translation>
    </message>
    <message>
        <source>While playing, jump over stretches in which nothing happens</source>
        <translation>播放时跳过无事发生的时段</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>减慢(&amp;L)</translation>
    </message>
    <message>
        <source>Let time run at half the speed</source>
        <translation>让时间以一半的速度运行</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>加快(&amp;F)</translation>
    </message>
    <message>
        <source>Let time run at twice the speed</source>
        <translation>让时间以两倍的速度运行</translation>
    </message>
    <message>
        <source>&amp;Real time</source>
        <translation>实时(&amp;R)</translation>
    </message>
    <message>
        <source>Let time run as fast as it does</source>
        <translation>让时间以真实的速度运行</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>速度(&amp;D)</translation>
    </message>
    <message>
        <source>This is the start.</source>
        <translation>这里是开头。</translation>
    </message>
    <message>
        <source>This is the end: nothing more will happen by itself.</source>
        <translation>这里是结尾：不会再自动发生什么。</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>It cannot run slower.</source>
        <translation>不能更慢了。</translation>
    </message>
    <message>
        <source>It cannot run faster.</source>
        <translation>不能更快了。</translation>
    </message>
</context>
<context>
    <name>finwait::PlayBar</name>
    <message>
        <source>Playing</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Virtual time since the start</source>
        <translation>从开头算起的虚拟时间</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Which scenario is played</source>
        <translation>播放哪个场景</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A scenario&apos;s title and its name: there is another one of that title</extracomment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>finwait::ProfileMenu</name>
    <message>
        <source>S&amp;tack profile</source>
        <translation>协议栈配置(&amp;T)</translation>
    </message>
    <message>
        <source>Play the scenario from its start with both stacks like this</source>
        <translation>双方都用这种协议栈，从头播放场景</translation>
    </message>
    <message>
        <source>%1 %2, %3 %4</source>
        <extracomment>A side&apos;s name and its profile, twice</extracomment>
        <translation>%1 %2，%3 %4</translation>
    </message>
    <message>
        <source>Let both stacks be like this where a simulation goes on from what was captured</source>
        <translation>当模拟从抓到的内容继续时，双方协议栈都采用这种行为</translation>
    </message>
</context>
<context>
    <name>finwait::ProfileNames</name>
    <message>
        <source>RFC 9293 as written</source>
        <translation>RFC 9293 原文</translation>
    </message>
</context>
<context>
    <name>finwait::Reading</name>
    <message>
        <source>%1 On the wire: %2.</source>
        <translation>%1线路上的值：%2。</translation>
    </message>
    <message>
        <source>The oldest sequence number that is not acknowledged yet.</source>
        <translation>尚未被确认的最早的序号。</translation>
    </message>
    <message>
        <source>The sequence number of what is sent next.</source>
        <translation>下一个要发送的序号。</translation>
    </message>
    <message>
        <source>How many octets from SND.UNA on the peer is ready to take.</source>
        <translation>从 SND.UNA 起，对端愿意接收多少字节。</translation>
    </message>
    <message>
        <source>Our initial sequence number: the SYN&apos;s, as on the wire.</source>
        <translation>我们的初始序号：SYN 的序号，线路上的值。</translation>
    </message>
    <message>
        <source>The sequence number that is expected next from the peer.</source>
        <translation>期待对端发来的下一个序号。</translation>
    </message>
    <message>
        <source>How many octets from RCV.NXT on we are ready to take.</source>
        <translation>从 RCV.NXT 起，我们愿意接收多少字节。</translation>
    </message>
    <message>
        <source>The peer&apos;s initial sequence number, as on the wire.</source>
        <translation>对端的初始序号，线路上的值。</translation>
    </message>
    <message>
        <source>unsent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Octets that the application handed over and that are not sent yet.</source>
        <translation>应用程序已交出、但尚未发送的字节。</translation>
    </message>
    <message>
        <source>unacknowledged</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>Octets that are sent and not acknowledged by the peer yet.</source>
        <translation>已发送、但对端尚未确认的字节。</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>Octets that have arrived in order and that the application has not read yet.</source>
        <translation>已按顺序到达、但应用程序尚未读取的字节。</translation>
    </message>
    <message>
        <source>beyond a gap</source>
        <translation>缺口之后</translation>
    </message>
    <message>
        <source>Octets that are kept until what is missing before them has arrived.</source>
        <translation>在前面缺少的数据到达之前，先保留的字节。</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已交付</translation>
    </message>
    <message>
        <source>Octets that the application has received.</source>
        <translation>应用程序已收到的字节。</translation>
    </message>
    <message>
        <source>Retransmission time-out: how long an acknowledgment may take before a segment is sent again.</source>
        <translation>重传超时：等待确认多久之后重传报文段。</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>The smoothed round-trip time from which the RTO is made.</source>
        <translation>用来计算 RTO 的平滑往返时间。</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>How often the oldest segment was sent again.</source>
        <translation>最早的报文段被重传的次数。</translation>
    </message>
    <message>
        <source>The largest number of octets that we put into one segment.</source>
        <translation>我们在一个报文段中最多放入的字节数。</translation>
    </message>
    <message>
        <source>scale</source>
        <extracomment>%1: the shift of windows that arrive, %2: the shift of windows that we send</extracomment>
        <translation>缩放</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Window scale: the shift of the windows that arrive, and of those that we send.</source>
        <translation>窗口缩放：收到的窗口和我们发送的窗口的移位数。</translation>
    </message>
    <message>
        <source>timestamps</source>
        <translation>时间戳</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>not in use</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Whether both sides put timestamps into their segments (RFC 7323).</source>
        <translation>双方是否在报文段中使用时间戳（RFC 7323）。</translation>
    </message>
    <message>
        <source>permitted</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>not permitted</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>Whether the peer may be told of text beyond a gap (RFC 2018).</source>
        <translation>是否可以告知对端缺口之后的数据（RFC 2018）。</translation>
    </message>
</context>
<context>
    <name>finwait::Recovery</name>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Finwait was not closed properly. “%1” was not saved; it was put aside on %2.</source>
        <translation>Finwait 没有正常关闭。“%1”没有保存；它的备份时间是 %2。</translation>
    </message>
    <message>
        <source>Shall it be restored?</source>
        <translation>要恢复它吗？</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>以后再说(&amp;L)</translation>
    </message>
</context>
<context>
    <name>finwait::RunText</name>
    <message>
        <source>%1 (%2), profile %3</source>
        <extracomment>%1: a scenario&apos;s title, %2: its name, %3: a stack profile</extracomment>
        <translation>%1（%2），配置 %3</translation>
    </message>
    <message>
        <source>%1 (%2), profile of the client %3, of the server %4</source>
        <translation>%1（%2），客户端配置 %3，服务器配置 %4</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>side</source>
        <translation>一方</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>报文段</translation>
    </message>
    <message>
        <source>why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>依据</translation>
    </message>
</context>
<context>
    <name>finwait::ScenarioFiles</name>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>“%1”有未保存的更改。</translation>
    </message>
    <message>
        <source>Without saving they will be lost.</source>
        <translation>不保存就会丢失。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>There is no file %1 any more.</source>
        <translation>文件 %1 已经不存在。</translation>
    </message>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>无法打开 %1。</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>保存场景</translation>
    </message>
    <message>
        <source>Finwait scenarios (*.finwait);;All files (*)</source>
        <translation>Finwait 场景 (*.finwait);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Only the current branch is saved. Others in which something was done by hand: %1.</source>
        <translation>只保存当前分支。另有 %1 个分支含有手动操作。</translation>
    </message>
    <message>
        <source>“%1” is not played as it was saved.</source>
        <translation>“%1”未能按保存时的样子播放。</translation>
    </message>
    <message>
        <source>Branch “%1”: %2</source>
        <extracomment>A branch and what is the matter with it: sentences</extracomment>
        <translation>分支“%1”：%2</translation>
    </message>
    <message>
        <source>“%1” is not played as it was.</source>
        <translation>“%1”没有按原样播放。</translation>
    </message>
    <message>
        <source>%1 cannot be saved.</source>
        <translation>无法保存 %1。</translation>
    </message>
    <message>
        <source>The name is that of a packetdrill script; scenarios end in .finwait.</source>
        <translation>这是 packetdrill 脚本的文件名；场景文件以 .finwait 结尾。</translation>
    </message>
    <message>
        <source>It is no ordinary file.</source>
        <translation>这不是普通文件。</translation>
    </message>
    <message>
        <source>%1: connection %2, %3</source>
        <extracomment>%1: a capture file, %2: the number of a connection in it, %3: its two ends</extracomment>
        <translation>%1：连接 %2，%3</translation>
    </message>
    <message>
        <source>All that can be played (*.finwait *.pkt %1);;Finwait scenarios (*.finwait);;packetdrill scripts (*.pkt);;Captures (%1);;All files (*)</source>
        <extracomment>%1: patterns of names</extracomment>
        <translation>所有可播放的文件 (*.finwait *.pkt %1);;Finwait 场景 (*.finwait);;packetdrill 脚本 (*.pkt);;抓包文件 (%1);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a scenario, a script or a capture</source>
        <translation>打开场景、脚本或抓包文件</translation>
    </message>
    <message>
        <source>The name is that of a capture; scenarios end in .finwait.</source>
        <translation>这是抓包文件的文件名；场景文件以 .finwait 结尾。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>finwait::ScenarioIo</name>
    <message>
        <source>Line %1, column %2:</source>
        <translation>第 %1 行，第 %2 列：</translation>
    </message>
    <message>
        <source>Expected here: %1.</source>
        <translation>此处应为：%1。</translation>
    </message>
    <message>
        <source>%1 (expected %2)</source>
        <extracomment>In one line what is wrong in a file, %1, and what should be there</extracomment>
        <translation>%1（应为 %2）</translation>
    </message>
    <message>
        <source>%1 (expected %2; %3)</source>
        <extracomment>The same; %3: something else that helps to understand it</extracomment>
        <translation>%1（应为 %2；%3）</translation>
    </message>
</context>
<context>
    <name>finwait::ScenarioPage</name>
    <message>
        <source>%1 %2, %3 %4</source>
        <extracomment>A side&apos;s name and its profile, twice</extracomment>
        <translation>%1 %2，%3 %4</translation>
    </message>
    <message>
        <source>goes wrong</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>stacks</source>
        <translation>协议栈</translation>
    </message>
    <message>
        <source>About the scenario</source>
        <translation>关于这个场景</translation>
    </message>
    <message>
        <source>timing</source>
        <translation>计时</translation>
    </message>
</context>
<context>
    <name>finwait::ScenarioTitles</name>
    <message>
        <source>A connection of your own</source>
        <translation>自己的连接</translation>
    </message>
</context>
<context>
    <name>finwait::Screenshot</name>
    <message>
        <source>--size: the window takes at least %1x%2</source>
        <translation>--size：窗口至少需要 %1x%2</translation>
    </message>
</context>
<context>
    <name>finwait::ScriptExport</name>
    <message>
        <source>Export a packetdrill script of the client&apos;s end</source>
        <translation>导出客户端一端的 packetdrill 脚本</translation>
    </message>
    <message>
        <source>Export a packetdrill script of the server&apos;s end</source>
        <translation>导出服务器一端的 packetdrill 脚本</translation>
    </message>
    <message>
        <source>packetdrill scripts (*.pkt)</source>
        <translation>packetdrill 脚本 (*.pkt)</translation>
    </message>
    <message>
        <source>Export packetdrill script</source>
        <translation>导出 packetdrill 脚本</translation>
    </message>
    <message>
        <source>The script cannot be written.</source>
        <translation>无法写出脚本。</translation>
    </message>
    <message>
        <source>The script does not go on to the end.</source>
        <translation>脚本没有写到最后。</translation>
    </message>
</context>
<context>
    <name>finwait::ScriptPanel</name>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>The endpoint does all that the script expects.</source>
        <translation>端点的行为全都符合脚本的预期。</translation>
    </message>
    <message>
        <source>Line %1: expected %2, got %3.</source>
        <extracomment>%1: the number of a line; %2, %3: a segment, or what a call returned</extracomment>
        <translation>第 %1 行：预期为 %2，实际为 %3。</translation>
    </message>
    <message>
        <source>Line %1: %2 is not played. The script ends here.</source>
        <extracomment>%1: the number of a line; %2: something that stands there</extracomment>
        <translation>第 %1 行：不支持播放%2。脚本到此为止。</translation>
    </message>
</context>
<context>
    <name>finwait::Scrubber</name>
    <message>
        <source>Playhead</source>
        <translation>播放位置</translation>
    </message>
    <message>
        <source>All of the run from its start to its end; marks stand where an endpoint changes its state.</source>
        <translation>从开头到结尾的整个过程；标记表示端点的状态在那里改变。</translation>
    </message>
</context>
<context>
    <name>finwait::SelectionText</name>
    <message>
        <source>Reference</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>client to server</source>
        <translation>客户端到服务器</translation>
    </message>
    <message>
        <source>server to client</source>
        <translation>服务器到客户端</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>起因</translation>
    </message>
    <message>
        <source>%1 (on the wire %2)</source>
        <extracomment>%1: counted from the ISS, %2: on the wire</extracomment>
        <translation>%1（线路上为 %2）</translation>
    </message>
    <message>
        <source>%1, of which text: %2</source>
        <translation>%1，其中数据：%2</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Urgent pointer</source>
        <translation>紧急指针</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>边</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: what happened, %2: the segment</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Why? Each line was caused by the one below it:</source>
        <translation>为什么？每一行都由它下面的一行引起：</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>别处的写法</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>Ways out of it:</source>
        <translation>离开它的途径：</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>抓包</translation>
    </message>
</context>
<context>
    <name>finwait::SendDialog</name>
    <message>
        <source>Send from the client</source>
        <translation>从客户端发送</translation>
    </message>
    <message>
        <source>Send from the server</source>
        <translation>从服务器发送</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>发送(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>The send buffer has room for %Ln octet(s).</source>
        <translation>
            <numerusform>发送缓冲区还能容纳 %Ln 字节。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>finwait::SequenceScene</name>
    <message>
        <source>Fold this run of data</source>
        <translation>折叠这一段数据</translation>
    </message>
    <message>
        <source>Show each segment</source>
        <translation>显示每个报文段</translation>
    </message>
</context>
<context>
    <name>finwait::ShortcutsDialog</name>
    <message>
        <source>%1 &gt; %2</source>
        <extracomment>Where a menu entry is to be found: menu, then submenu</extracomment>
        <translation>%1 &gt; %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>what it does</source>
        <translation>作用</translation>
    </message>
</context>
<context>
    <name>finwait::SideExport</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>finwait::SpeedControl</name>
    <message>
        <source>1/%1×</source>
        <translation>1/%1×</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How fast virtual time runs, from a hundredth of real time to a hundred times as fast</source>
        <translation>虚拟时间运行得多快：从真实时间的百分之一到一百倍</translation>
    </message>
</context>
<context>
    <name>finwait::StatePage</name>
    <message>
        <source>What comes next: %1</source>
        <translation>接下来：%1</translation>
    </message>
    <message>
        <source>Elsewhere: %1</source>
        <translation>别处的写法：%1</translation>
    </message>
</context>
<context>
    <name>finwait::StatesDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Finwait</source>
        <translation>Finwait</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>含义</translation>
    </message>
</context>
<context>
    <name>finwait::StatusLine</name>
    <message>
        <source>Nothing has happened yet. Press Space to let time run.</source>
        <translation>还没有发生任何事情。按空格键让时间运行。</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2：%3</translation>
    </message>
    <message>
        <source>%1 %2: %3 (%4)</source>
        <extracomment>%1: the moment, %2: client, server or network, %3: what happened, %4: why</extracomment>
        <translation>%1 %2：%3（%4）</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>%1: client or server, %2: the call, %3: a sentence</extracomment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>More would happen</source>
        <translation>后面还有事件</translation>
    </message>
    <message>
        <source>The run was played in advance only so far. Let time run on from its end to see more.</source>
        <translation>预先运行只到此为止。从末尾继续让时间运行，可以看到更多。</translation>
    </message>
    <message>
        <source>Delivery by hand</source>
        <translation>手动送达</translation>
    </message>
    <message>
        <source>1 segment waits for a hand</source>
        <translation>1 个报文段等待手动处理</translation>
    </message>
    <message>
        <source>%1 segments wait for a hand</source>
        <translation>%1 个报文段等待手动处理</translation>
    </message>
    <message>
        <source>Stack profile: %1</source>
        <translation>协议栈配置：%1</translation>
    </message>
    <message>
        <source>Nothing will happen by itself. Click a lit edge in the diagram, or open a connection (%1).</source>
        <extracomment>%1: keys</extracomment>
        <translation>不会自动发生什么。请点击状态图中亮起的边，或打开一个连接（%1）。</translation>
    </message>
</context>
<context>
    <name>finwait::TableText</name>
    <message>
        <source>drawn</source>
        <translation>画出</translation>
    </message>
    <message>
        <source>in a note</source>
        <translation>在注释中</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>触发</translation>
    </message>
    <message>
        <source>next state</source>
        <translation>下一状态</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>in Figure 5</source>
        <translation>在图 5 中</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>依据</translation>
    </message>
</context>
<context>
    <name>finwait::TimerBars</name>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>finwait::TraceScript</name>
    <message>
        <source>There is no script of the client&apos;s end: %1.</source>
        <extracomment>%1: what no script can say</extracomment>
        <translation>客户端一端没有脚本：%1。</translation>
    </message>
    <message>
        <source>There is no script of the server&apos;s end: %1.</source>
        <extracomment>%1: what no script can say</extracomment>
        <translation>服务器一端没有脚本：%1。</translation>
    </message>
    <message>
        <source>The script ends before %1: %2.</source>
        <extracomment>%1: a moment, %2: what no script can say</extracomment>
        <translation>脚本在 %1 之前结束：%2。</translation>
    </message>
</context>
<context>
    <name>finwait::ValueEdit</name>
    <message>
        <source>A duration has a unit: 200 ms, 1.5 s, 2 min or 1 h.</source>
        <translation>时长要带单位：200 ms、1.5 s、2 min 或 1 h。</translation>
    </message>
    <message>
        <source>This must be a whole number.</source>
        <translation>必须是整数。</translation>
    </message>
    <message>
        <source>This must be from %1 to %2.</source>
        <extracomment>%1 and %2: durations or numbers</extracomment>
        <translation>必须在 %1 到 %2 之间。</translation>
    </message>
    <message>
        <source>This is too long: it may be %1 at most.</source>
        <extracomment>%1: a duration</extracomment>
        <translation>太长了：最长为 %1。</translation>
    </message>
</context>
<context>
    <name>finwait::ViewActions</name>
    <message>
        <source>&amp;Every transition</source>
        <translation>全部转换(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Compress idle time</source>
        <translation>压缩空闲时间(&amp;C)</translation>
    </message>
    <message>
        <source>Shorten the chart&apos;s time axis where nothing happens; otherwise it is linear</source>
        <translation>在无事发生之处缩短序列图的时间轴；否则时间轴是线性的</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Show the picture that has the focus larger</source>
        <translation>放大获得焦点的图</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Show the picture that has the focus smaller</source>
        <translation>缩小获得焦点的图</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>Use all of the screen</source>
        <translation>使用整个屏幕</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>跟随桌面(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>深色(&amp;K)</translation>
    </message>
    <message>
        <source>Also show the transitions that the RFC&apos;s figure leaves out: resets, time-outs, aborts. Where that needs more room: drag, scroll, or press Shift and an arrow key</source>
        <translation>也显示 RFC 的图中省略的转换：复位、超时、中止。空间不够时，可拖动、滚动，或按 Shift 加方向键</translation>
    </message>
    <message>
        <source>Show all of the picture that has the focus, or as much of it as can be read</source>
        <translation>显示获得焦点的图的全部，或在看得清的前提下尽可能多的部分</translation>
    </message>
    <message>
        <source>E&amp;vents</source>
        <translation>事件(&amp;V)</translation>
    </message>
    <message>
        <source>I&amp;nspector</source>
        <translation>检视器(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Branches</source>
        <translation>分支(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Script</source>
        <translation>脚本(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;All connections in the diagram</source>
        <translation>在图中显示全部连接(&amp;A)</translation>
    </message>
    <message>
        <source>Show where all connections that are listed ended, and how often each transition was taken</source>
        <translation>显示列表中全部连接停在哪些状态，以及每个转换发生了多少次</translation>
    </message>
    <message>
        <source>Ca&amp;ptured connections</source>
        <translation>抓到的连接(&amp;P)</translation>
    </message>
</context>
</TS>
