package kz.legality.door.access;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Headers as their senders wrote them. The server reads bytes as ISO 8859-1; Kazakh and Russian are sent in UTF-8. */
final class HeaderText {
    private HeaderText() {}

    /** The text in UTF-8, or as it came where its bytes are none. */
    static String inUtf8(String header) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return header;
        }
    }
}
