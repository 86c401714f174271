package kz.legality.door;

import static kz.legality.door.diameter.RawPeer.avp;
import static kz.legality.door.diameter.RawPeer.avp3gpp;
import static kz.legality.door.diameter.RawPeer.join;
import static kz.legality.door.diameter.RawPeer.number;
import static kz.legality.door.diameter.RawPeer.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import kz.legality.door.diameter.RawPeer;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A 4G core asks by Diameter. Phone 1 is white, 2 black, 31 grey; nobody has heard of 77. */
@Timeout(120)
class S13Test {
    private static final String MME = "mme1.epc.mnc002.mcc401.3gppnetwork.org";
    private static final String REALM = "epc.mnc002.mcc401.3gppnetwork.org";
    private static final String PREFIX = "ledger.network.s13.";

    private static Map<String, String> settings = Map.of();
    private static OpenDoors doors;
    private static RawPeer mme;

    @BeforeAll
    static void open(@TempDir Path data) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        settings = Map.of(
                "host",
                "eir.example.kz",
                "realm",
                "example.kz",
                "port",
                Integer.toString(port),
                "peers.kcell.host",
                MME,
                "peers.kcell.realm",
                REALM,
                "peers.kcell.addresses",
                "10.20.0.0/16,127.0.0.1");
        settings.forEach((name, value) -> System.setProperty(PREFIX + name, value));
        doors = OpenDoors.on(data);
        doors.feed("customs-imports", Rows.IMPORTS + Rows.imported(1) + Rows.imported(2));
        doors.feed("registrations", Rows.REGISTRATIONS + Rows.registered(31, 1));
        doors.feed("blocks", Rows.BLOCKS + Rows.blocked(2));
        mme = new RawPeer(port);
        assertThat(mme.introduce(MME, REALM).numberAt(268)).isEqualTo(2001);
    }

    @AfterAll
    static void close() throws IOException {
        mme.close();
        doors.close();
        settings.keySet().forEach(name -> System.clearProperty(PREFIX + name));
    }

    private static RawPeer.Answer ask(byte[]... further) throws IOException {
        byte[] always = join(
                avp(263, text(MME + ";1;1")),
                avp(260, join(avp(266, number(10415)), avp(258, number(16777252)))),
                avp(277, number(1)),
                avp(264, text(MME)),
                avp(296, text(REALM)),
                avp(283, text("example.kz")));
        return mme.ask(0xC0, 324, 16777252, join(always, join(further)));
    }

    private static byte[] terminal(String imei) {
        return avp3gpp(1401, join(avp3gpp(1402, text(imei)), avp3gpp(1403, text("01"))));
    }

    @Test
    void the_status_is_the_lists_whether_fourteen_digits_are_sent_or_fifteen() throws IOException {
        assertThat(ask(terminal(Rows.imei(1))).numberAt(1445)).isZero();
        assertThat(ask(terminal(Rows.imei(2))).numberAt(1445)).isEqualTo(1);
        assertThat(ask(terminal(Rows.imei(31))).numberAt(1445)).isEqualTo(2);
        RawPeer.Answer black = ask(terminal(Rows.imei(2).substring(0, 14)), avp(1, text("401021234567890")));
        assertThat(black.numberAt(1445)).isEqualTo(1);
        assertThat(black.numberAt(268)).isEqualTo(2001);
        assertThat(black.textAt(263)).isEqualTo(MME + ";1;1");
        assertThat(black.textAt(264)).isEqualTo("eir.example.kz");
        assertThat(black.numberAt(277)).as("no session is kept").isEqualTo(1);
        assertThat(black.numberAt(260, 258)).isEqualTo(16777252);
        assertThat(black.flags()).isEqualTo(0x40);
        assertThat(black.pairs()).filteredOn(it -> it.code() == 1445).allSatisfy(it -> {
            assertThat(it.vendor()).isEqualTo(10415);
            assertThat(it.flags()).isEqualTo(0xC0);
        });
    }

    @Test
    void a_phone_on_no_list_is_unknown_by_3gpps_own_result_and_a_test_phone_goes_by_policy() throws IOException {
        for (RawPeer.Answer unknown : new RawPeer.Answer[] {
            ask(terminal(Rows.imei(77))), ask(avp3gpp(1401, avp3gpp(1471, text("A0000000002329"))))
        }) {
            assertThat(unknown.numberAt(297, 298)).isEqualTo(5422);
            assertThat(unknown.numberAt(297, 266)).isEqualTo(10415);
            assertThat(unknown.codes()).doesNotContain(268, 1445);
        }
        assertThat(ask(terminal("001012345678905")).numberAt(1445)).isEqualTo(2);
    }

    @Test
    void what_is_missing_or_wrong_is_shown_in_the_answer() throws IOException {
        for (String wrong : new String[] {"1234567890123", "1234567890123456", "3532871100000X1"}) {
            RawPeer.Answer answer = ask(terminal(wrong));
            assertThat(answer.numberAt(268)).as(wrong).isEqualTo(5004);
            assertThat(answer.textAt(279, 1401, 1402)).isEqualTo(wrong);
            assertThat(answer.numberAt(277)).isEqualTo(1);
        }
        RawPeer.Answer subscriber = ask(terminal(Rows.imei(1)), avp(1, text("someone@example.kz")));
        assertThat(subscriber.numberAt(268)).isEqualTo(5004);
        assertThat(subscriber.textAt(279, 1)).isEqualTo("someone@example.kz");
        assertThat(ask().numberAt(268)).isEqualTo(5005);
        assertThat(ask().textAt(279, 1401, 1402)).isEqualTo("00000000000000");
        RawPeer.Answer empty = ask(avp3gpp(1401, avp3gpp(1403, text("01"))));
        assertThat(empty.numberAt(268)).isEqualTo(5005);
        assertThat(empty.textAt(279, 1401, 1402)).isEqualTo("00000000000000");
        RawPeer.Answer twice = ask(terminal(Rows.imei(1)), terminal(Rows.imei(2)));
        assertThat(twice.numberAt(268)).isEqualTo(5009);
        RawPeer.Answer strange = ask(terminal(Rows.imei(1)), avp3gpp(9999, text("?")));
        assertThat(strange.numberAt(268)).isEqualTo(5001);
        assertThat(strange.textAt(279, 9999)).isEqualTo("?");
        RawPeer.Answer elsewhere = mme.ask(
                0xC0,
                324,
                16777252,
                join(
                        avp(263, text("s;1;1")),
                        avp(277, number(1)),
                        avp(264, text(MME)),
                        avp(296, text(REALM)),
                        avp(283, text("other.kz")),
                        terminal(Rows.imei(1))));
        assertThat(elsewhere.numberAt(268)).isEqualTo(3003);
        assertThat(elsewhere.flags()).isEqualTo(0x60);
    }

    @Test
    void a_block_is_answered_as_soon_as_the_command_is() throws IOException {
        assertThat(ask(terminal(Rows.imei(40))).numberAt(297, 298)).isEqualTo(5422);
        doors.feed("blocks", Rows.BLOCKS + Rows.blocked(40));
        assertThat(ask(terminal(Rows.imei(40))).numberAt(1445)).isEqualTo(1);
    }
}
