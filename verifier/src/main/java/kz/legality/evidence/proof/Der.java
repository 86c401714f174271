package kz.legality.evidence.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One value of ASN.1 in DER (X.690), as far as time stamps need it: tags of one byte, definite lengths.
 *
 * @param tag as it stands in the encoding, class and constructed bit included
 * @param whole the value with tag and length
 */
record Der(int tag, byte[] content, byte[] whole) {
    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int OBJECT_ID = 0x06;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    /** {@code [0]}, explicit or implicit, of something constructed. */
    static final int CONTEXT_0 = 0xA0;

    private static final int LONG_FORM = 0x80;
    private static final int LENGTH_BYTES_MAX = 3;
    private static final int ARC_BITS = 7;
    private static final int ARC_MORE = 0x80;
    private static final int FIRST_ARCS = 40;

    /** @throws IllegalArgumentException where the bytes are not exactly one value */
    static Der parse(byte[] bytes) {
        List<Der> all = parseAll(bytes);
        if (all.size() != 1) {
            throw new IllegalArgumentException("one ASN.1 value is expected, there are " + all.size());
        }
        return all.getFirst();
    }

    private static List<Der> parseAll(byte[] bytes) {
        List<Der> values = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int begin = at;
            int tag = octet(bytes, at++);
            int length = octet(bytes, at++);
            if (length >= LONG_FORM) {
                int lengthBytes = length - LONG_FORM;
                if (lengthBytes == 0 || lengthBytes > LENGTH_BYTES_MAX) {
                    throw new IllegalArgumentException("a length that DER does not write, or that is too long");
                }
                length = 0;
                for (int i = 0; i < lengthBytes; i++) {
                    length = length << Byte.SIZE | octet(bytes, at++);
                }
            }
            if (length > bytes.length - at) {
                throw new IllegalArgumentException("an ASN.1 value is cut off");
            }
            byte[] content = Arrays.copyOfRange(bytes, at, at + length);
            at += length;
            values.add(new Der(tag, content, Arrays.copyOfRange(bytes, begin, at)));
        }
        return values;
    }

    private static int octet(byte[] bytes, int at) {
        if (at >= bytes.length) {
            throw new IllegalArgumentException("an ASN.1 value is cut off");
        }
        return Byte.toUnsignedInt(bytes[at]);
    }

    List<Der> children() {
        return parseAll(content);
    }

    /** The child at an index, which must have the tag. */
    Der child(int index, int wanted) {
        List<Der> all = children();
        if (index >= all.size() || all.get(index).tag() != wanted) {
            throw new IllegalArgumentException("ASN.1: no value of tag " + wanted + " at " + index);
        }
        return all.get(index);
    }

    /** An object identifier, dotted. */
    String objectId() {
        if (tag != OBJECT_ID || content.length == 0) {
            throw new IllegalArgumentException("ASN.1: an object identifier is expected");
        }
        StringBuilder dotted = new StringBuilder();
        long arc = 0;
        for (byte octet : content) {
            arc = arc << ARC_BITS | (octet & (ARC_MORE - 1));
            if ((octet & ARC_MORE) == 0) {
                if (dotted.isEmpty()) {
                    long first = Math.min(2, arc / FIRST_ARCS);
                    dotted.append(first).append('.').append(arc - first * FIRST_ARCS);
                } else {
                    dotted.append('.').append(arc);
                }
                arc = 0;
            }
        }
        return dotted.toString();
    }
}
