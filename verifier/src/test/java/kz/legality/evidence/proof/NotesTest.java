package kz.legality.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotesTest {
    /** Key and note of the specification's own example (golang.org/x/mod/sumdb/note, the origin of the format). */
    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String PETERS_NOTE = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
        """;

    private static final NoteSigner LOG = NoteSigner.generate("legality.kz/log", VerifierKey.ED25519);

    @Test
    void a_note_others_signed_is_verified() {
        VerifierKey key = VerifierKey.parse(PETER);
        assertThat(key.text()).isEqualTo(PETER);
        assertThat(SignedNote.parse(PETERS_NOTE).signedBy(key)).isTrue();
        assertThat(SignedNote.parse(PETERS_NOTE.replace("answer", "Answer")).signedBy(key))
                .isFalse();
    }

    @Test
    void a_checkpoint_is_three_lines_and_signed_by_its_log() {
        Checkpoint checkpoint = new Checkpoint("legality.kz/log", 7, new byte[32]);
        SignedNote note = SignedNote.parse(checkpoint.note(LOG));
        assertThat(note.signedBy(LOG.verifier())).isTrue();
        assertThat(note.signedBy(NoteSigner.generate("legality.kz/log", VerifierKey.ED25519)
                        .verifier()))
                .isFalse();
        assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(7);
        assertThatThrownBy(() -> Checkpoint.parse(checkpoint.text() + "extension\n"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Checkpoint.parse(checkpoint.text().replace("7", "07")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_witness_says_when_it_saw_the_checkpoint() {
        NoteSigner witness = NoteSigner.generate("witness.example", VerifierKey.COSIGNATURE);
        Checkpoint checkpoint = new Checkpoint("legality.kz/log", 7, new byte[32]);
        String cosigned = checkpoint.note(LOG) + witness.cosignatureLine(checkpoint.text(), 1_790_000_000L) + "\n";
        SignedNote note = SignedNote.parse(cosigned);
        assertThat(note.signedBy(LOG.verifier())).isTrue();
        assertThat(note.cosignedBy(witness.verifier())).contains(1_790_000_000L);
        assertThat(note.cosignedBy(LOG.verifier())).isEmpty();
    }

    @Test
    void a_key_is_read_back_as_it_was_written() {
        NoteSigner again = NoteSigner.parse(LOG.secretText());
        assertThat(again.line("text\n")).isEqualTo(LOG.line("text\n"));
    }

    @Test
    void a_proof_file_is_read_back_as_it_was_written() {
        Checkpoint checkpoint = new Checkpoint("legality.kz/log", 7, new byte[32]);
        TlogProof proof =
                new TlogProof(new byte[] {1, 2}, 5, List.of(new byte[32], new byte[32]), checkpoint.note(LOG));
        assertThat(TlogProof.parse(proof.text()).text()).isEqualTo(proof.text());
        assertThat(proof.text()).startsWith("c2sp.org/tlog-proof@v1\nextra AQI=\nindex 5\n");
    }

    @Test
    void tiles_stand_where_the_standard_puts_them() {
        assertThat(TilePath.full(0, 5).text()).isEqualTo("tile/0/005");
        assertThat(TilePath.full(TilePath.ENTRIES, 1_234_067).text()).isEqualTo("tile/entries/x001/x234/067");
        assertThat(new TilePath(1, 1_000, 112).text()).isEqualTo("tile/1/x001/000.p/112");
        for (String path : List.of("tile/0/005", "tile/entries/x001/x234/067", "tile/1/x001/000.p/112")) {
            assertThat(TilePath.parse(path).orElseThrow().text()).isEqualTo(path);
        }
        for (String path : List.of("tile/0/5", "tile/0/x000/005", "tile/6/000", "tile/0/000.p/256", "tile/0/../000")) {
            assertThat(TilePath.parse(path)).as(path).isEmpty();
        }
    }

    @Test
    void an_entry_is_read_back_and_has_one_spelling() {
        LogEntry entry = new LogEntry(
                9,
                Hashing.of(new byte[] {1}),
                2,
                LogEntry.NOTHING_BEFORE,
                Instant.parse("2026-03-14T10:15:30.123456789Z"),
                Hashing.of(new byte[] {2}),
                Hashing.of(new byte[] {3}),
                "DeviceImported",
                "1");
        byte[] bytes = entry.bytes();
        assertThat(LogEntry.parse(bytes).bytes()).isEqualTo(bytes);
        assertThatThrownBy(() -> LogEntry.parse(new String(bytes, StandardCharsets.ISO_8859_1)
                        .concat("x")
                        .getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void json_has_one_spelling() {
        String text = "{\"a\":[1,-2,true,null,\"ә\\n\\u0001\"],\"b\":{}}";
        assertThat(Json.write(Json.parse(" {\"b\" : {}, \"a\":[1,-2,true,null,\"\\u04d9\\n\\u0001\"] } ")))
                .isEqualTo(text);
        for (String wrong : List.of("{", "[1.5]", "{\"a\":1,\"a\":2}", "\"\u0001\"", "[1] 2", "nul")) {
            assertThatThrownBy(() -> Json.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
