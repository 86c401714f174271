package kz.legality.door.diameter;

import static kz.legality.door.diameter.RawPeer.avp;
import static kz.legality.door.diameter.RawPeer.join;
import static kz.legality.door.diameter.RawPeer.number;
import static kz.legality.door.diameter.RawPeer.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Connections of RFC 6733: who is let in, how they are watched, and how they end. */
@Timeout(120)
class DiameterServerTest {
    private static final String MME = "mme.kcell.example";
    private static final String REALM = "kcell.example";
    private static final Duration LONG = Duration.ofMinutes(5);

    /** Says success to everything it is asked. */
    private static final DiameterApplication AGREEING = new DiameterApplication() {
        @Override
        public int id() {
            return 16777252;
        }

        @Override
        public int vendor() {
            return 10415;
        }

        @Override
        public int command() {
            return 324;
        }

        @Override
        public List<Avp> frame() {
            return List.of();
        }

        @Override
        public List<Avp> answer(Avps asked) throws DiameterRefusal {
            if (asked.find(AvpType.USER_NAME) != null) {
                throw new IllegalStateException("what no code foresaw");
            }
            return List.of(Avp.of(AvpType.RESULT_CODE, ResultCode.SUCCESS));
        }
    };

    private static DiameterServer open(Duration silence, String from) throws IOException {
        DiameterPeer peer = new DiameterPeer("kcell", MME, REALM, List.of(new IpAddressMatcher(from)));
        DiameterNode node = new DiameterNode("eir.example", "example", 7, silence, List.of(peer), AGREEING);
        return DiameterServer.open(node, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @Test
    void a_peer_is_let_in_by_name_realm_and_address_and_told_what_is_spoken() throws IOException {
        try (DiameterServer server = open(LONG, "127.0.0.0/8");
                RawPeer mme = new RawPeer(server.port())) {
            RawPeer.Answer answer = mme.introduce(MME, REALM);
            assertThat(answer.flags()).isZero();
            assertThat(answer.numberAt(268)).isEqualTo(2001);
            assertThat(answer.textAt(264)).isEqualTo("eir.example");
            assertThat(answer.textAt(296)).isEqualTo("example");
            assertThat(answer.at(257)).containsExactly(0, 1, 127, 0, 0, 1);
            assertThat(answer.numberAt(278)).isEqualTo(7);
            assertThat(answer.numberAt(260, 266)).isEqualTo(10415);
            assertThat(answer.numberAt(260, 258)).isEqualTo(16777252);
            assertThat(answer.codes()).contains(266, 269);
            assertThat(mme.ask(0x80, 280, 0, join(avp(264, text(MME)), avp(296, text(REALM))))
                            .numberAt(268))
                    .as("a watchdog")
                    .isEqualTo(2001);
        }
    }

    @Test
    void who_is_another_or_says_nothing_of_S13_is_told_so_and_cut_off() throws IOException {
        try (DiameterServer server = open(LONG, "127.0.0.1")) {
            refused(server, 3010, "mme.other.example", REALM, 16777252);
            refused(server, 3010, MME, "other.example", 16777252);
            refused(server, 5010, MME, REALM, 16777251);
            try (RawPeer relay = new RawPeer(server.port())) {
                assertThat(relay.introduce(MME, REALM, 0xFFFFFFFF).numberAt(268))
                        .as("a relay")
                        .isEqualTo(2001);
            }
        }
    }

    private static void refused(DiameterServer server, int code, String host, String realm, int application)
            throws IOException {
        try (RawPeer stranger = new RawPeer(server.port())) {
            RawPeer.Answer answer = stranger.introduce(host, realm, application);
            assertThat(answer.numberAt(268)).isEqualTo(code);
            assertThat((answer.flags() & 0x20) != 0).as("the E bit").isEqualTo(code / 1000 == 3);
            assertThat(stranger.isCutOff()).isTrue();
        }
    }

    @Test
    void who_comes_from_elsewhere_or_does_not_introduce_himself_or_speaks_no_Diameter_hears_nothing()
            throws IOException {
        try (DiameterServer server = open(LONG, "10.0.0.0/8");
                RawPeer elsewhere = new RawPeer(server.port())) {
            assertThat(elsewhere.isCutOff()).isTrue();
        }
        try (DiameterServer server = open(LONG, "127.0.0.1")) {
            try (RawPeer hasty = new RawPeer(server.port())) {
                hasty.send(0xC0, 324, 16777252, avp(263, text("s;1;1")));
                assertThat(hasty.isCutOff()).isTrue();
            }
            try (RawPeer browser = new RawPeer(server.port())) {
                browser.raw(text("GET / HTTP/1.1\r\nHost: here\r\n\r\n"));
                assertThat(browser.isCutOff()).isTrue();
            }
        }
    }

    @Test
    void a_silent_peer_is_asked_and_one_that_stays_silent_is_cut_off() throws IOException {
        try (DiameterServer server = open(Duration.ofMillis(300), "127.0.0.1");
                RawPeer mme = new RawPeer(server.port())) {
            mme.introduce(MME, REALM);
            RawPeer.Answer watchdog = mme.next();
            assertThat(watchdog.command()).isEqualTo(280);
            assertThat(watchdog.flags()).isEqualTo(0x80);
            assertThat(watchdog.textAt(264)).isEqualTo("eir.example");
            assertThat(mme.isCutOff()).isTrue();
        }
    }

    @Test
    void a_peer_is_connected_once_until_it_takes_its_leave() throws IOException {
        try (DiameterServer server = open(LONG, "127.0.0.1");
                RawPeer first = new RawPeer(server.port())) {
            first.introduce(MME, REALM);
            try (RawPeer second = new RawPeer(server.port())) {
                second.send(0x80, 257, 0, join(avp(264, text(MME)), avp(296, text(REALM)), avp(258, number(16777252))));
                assertThat(second.isCutOff()).isTrue();
            }
            RawPeer.Answer probe = first.next();
            assertThat(probe.command())
                    .as("the first is asked whether it lives")
                    .isEqualTo(280);
            first.confirm(probe, MME, REALM);
            assertThat(first.ask(0x80, 282, 0, join(avp(264, text(MME)), avp(296, text(REALM)), avp(273, number(2))))
                            .numberAt(268))
                    .isEqualTo(2001);
            assertThat(first.isCutOff()).isTrue();
            try (RawPeer again = new RawPeer(server.port())) {
                assertThat(again.introduce(MME, REALM).numberAt(268)).isEqualTo(2001);
            }
        }
    }

    @Test
    void peers_are_told_when_the_ledger_stops() throws IOException {
        DiameterServer server = open(LONG, "127.0.0.1");
        try (RawPeer mme = new RawPeer(server.port())) {
            mme.introduce(MME, REALM);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            RawPeer.Answer leave = mme.next();
            assertThat(leave.command()).isEqualTo(282);
            assertThat(leave.numberAt(273)).as("rebooting").isZero();
            assertThat(mme.isCutOff()).isTrue();
            stopped.join();
        } finally {
            server.close();
        }
    }

    @Test
    void a_peer_that_asks_and_does_not_read_keeps_nobody_from_stopping() throws IOException, InterruptedException {
        DiameterServer server = open(LONG, "127.0.0.1");
        try (RawPeer mme = new RawPeer(server.port())) {
            mme.introduce(MME, REALM);
            byte[] whole = join(
                    avp(263, text("s;1;1")), avp(264, text(MME)), avp(296, text(REALM)), avp(283, text("example")));
            AtomicLong asked = new AtomicLong();
            Thread asking = Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        mme.send(0xC0, 324, 16777252, whole);
                        asked.incrementAndGet();
                    }
                } catch (IOException cut) {
                    asked.set(-1);
                }
            });
            // Until nothing more can be sent, since nothing more is read; that it is so is likely, not needed.
            long before = -1;
            while (asked.get() != before) {
                before = asked.get();
                Thread.sleep(500);
            }
            server.close();
            asking.join();
            assertThat(asked).as("it was cut off").hasValue(-1);
        } finally {
            server.close();
        }
    }

    @Test
    void what_is_not_spoken_here_is_told_by_the_protocols_errors_and_what_breaks_is_the_ledgers_fault()
            throws IOException {
        try (DiameterServer server = open(LONG, "127.0.0.1");
                RawPeer mme = new RawPeer(server.port())) {
            mme.introduce(MME, REALM);
            byte[] whole = join(
                    avp(263, text("s;1;1")), avp(264, text(MME)), avp(296, text(REALM)), avp(283, text("example")));
            error(mme.ask(0xC0, 316, 16777251, whole), 3007);
            error(mme.ask(0xC0, 316, 16777252, whole), 3001);
            error(mme.ask(0xC0, 999, 0, whole), 3001);
            error(mme.ask(0xE0, 324, 16777252, whole), 3008);
            error(mme.ask(0xC0, 324, 16777252, join(whole, avp(293, text("hss.example")))), 3002);
            RawPeer.Answer broken = mme.ask(0xC0, 324, 16777252, join(whole, avp(1, text("401019999999999"))));
            assertThat(broken.numberAt(268)).isEqualTo(5012);
            assertThat(broken.textAt(263)).isEqualTo("s;1;1");
            RawPeer.Answer proxied = mme.ask(0xC0, 324, 16777252, join(whole, avp(284, avp(33, text("state")))));
            assertThat(proxied.numberAt(268)).isEqualTo(2001);
            assertThat(proxied.flags()).as("proxiable as it was asked").isEqualTo(0x40);
            assertThat(proxied.textAt(284, 33)).isEqualTo("state");
            byte[] tooLong = join(number(1), number(0x400000FF));
            RawPeer.Answer lengths = mme.ask(0xC0, 324, 16777252, join(whole, tooLong));
            assertThat(lengths.numberAt(268)).isEqualTo(5014);
            assertThat(lengths.at(279, 1)).isEmpty();
            assertThat(mme.ask(0xC0, 324, 16777252, whole).numberAt(268))
                    .as("and the connection lives on")
                    .isEqualTo(2001);
        }
    }

    private static void error(RawPeer.Answer answer, int code) {
        assertThat(answer.numberAt(268)).isEqualTo(code);
        assertThat(answer.flags()).as("E and P").isEqualTo(0x60);
        assertThat(answer.textAt(263)).isEqualTo("s;1;1");
    }
}
