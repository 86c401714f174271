package kz.legality.evidence.timestamp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import kz.legality.evidence.proof.Hashing;
import kz.legality.evidence.proof.TimeStamp;

/** Asks an authority over HTTP (RFC 3161, section 3.4) for a time stamp that carries its certificate. */
public final class TimeStampAuthority {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    /** Version 1, then SHA-256 and the head of 32 octets within the message imprint. */
    private static final byte[] HEAD = HexFormat.of().parseHex("020101" + "3031300d060960864801650304020105000420");

    private static final byte[] CERTIFICATE_WANTED = HexFormat.of().parseHex("0101ff");
    private static final int SEQUENCE = 0x30;

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(Redirect.NEVER)
            .build();

    public TimeStampAuthority(URI address) {
        this.address = address;
    }

    /** It did not answer, or with no time stamp of what was asked. The message says what, in words for whoever keeps the log. */
    public static final class NotStamped extends Exception {
        private static final long serialVersionUID = 1L;

        NotStamped(String what) {
            super(what);
        }
    }

    /**
     * Asks for a time stamp; who signed it is left to the verifier.
     *
     * @param content what is to be stamped; only its SHA-256 is sent
     * @return the authority's answer as it came, a TimeStampResp in DER
     */
    public byte[] stamped(byte[] content) throws NotStamped {
        return answerTo(Hashing.of(content));
    }

    /**
     * The token alone, as it is put into another signature.
     *
     * @param hash a SHA-256
     */
    public byte[] tokenOver(byte[] hash) throws NotStamped {
        return TimeStamp.tokenOf(answerTo(hash));
    }

    private byte[] answerTo(byte[] hash) throws NotStamped {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/timestamp-query")
                .POST(BodyPublishers.ofByteArray(query(hash)))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new NotStamped("the time-stamping authority at " + address + " answers " + answer.statusCode());
            }
            if (!Arrays.equals(TimeStamp.parse(answer.body()).imprint(), hash)) {
                throw new NotStamped("the time-stamping authority at " + address + " stamped something else");
            }
            return answer.body();
        } catch (IOException unreachable) {
            throw new NotStamped(
                    "the time-stamping authority at " + address + " does not answer: " + unreachable.getMessage());
        } catch (IllegalArgumentException unreadable) {
            throw new NotStamped("the time-stamping authority at " + address + " answers with no time stamp: "
                    + unreadable.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotStamped("the time-stamping authority was not waited for");
        }
    }

    private static byte[] query(byte[] hash) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(HEAD);
        body.writeBytes(hash);
        body.writeBytes(CERTIFICATE_WANTED);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(SEQUENCE);
        whole.write(body.size());
        whole.writeBytes(body.toByteArray());
        return whole.toByteArray();
    }
}
