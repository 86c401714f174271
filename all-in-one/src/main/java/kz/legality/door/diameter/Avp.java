package kz.legality.door.diameter;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One attribute-value pair (RFC 6733, section 4): the attribute, whether it must be understood, and its bytes. */
public final class Avp {
    private static final int FLAG_VENDOR = 0x80;
    private static final int FLAG_MANDATORY = 0x40;
    private static final int HEADER_BYTES = 8;
    private static final int VENDOR_BYTES = 4;
    private static final int ALIGNMENT = 4;
    private static final int LENGTH_MASK = 0xFF_FFFF;

    private final AvpType type;
    private final byte[] value;

    private Avp(AvpType type, byte[] value) {
        this.type = type;
        this.value = value;
    }

    public static Avp of(AvpType type, String text) {
        return new Avp(type, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Avp of(AvpType type, int number) {
        return new Avp(type, ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    /** Grouped: its value is other pairs. */
    public static Avp of(AvpType type, Avp... parts) {
        return new Avp(type, bytes(List.of(parts)));
    }

    static Avp of(AvpType type, InetAddress address) {
        byte[] bytes = address.getAddress();
        short family = (short) (address instanceof Inet6Address ? 2 : 1);
        return new Avp(
                type,
                ByteBuffer.allocate(Short.BYTES + bytes.length)
                        .putShort(family)
                        .put(bytes)
                        .array());
    }

    /** Reads pairs until the bytes end; those before a broken one are in the list when this refuses it. */
    static void read(byte[] bytes, List<Avp> into) throws DiameterRefusal {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            if (in.remaining() < HEADER_BYTES) {
                throw DiameterRefusal.of(ResultCode.INVALID_AVP_LENGTH, "bytes follow the last AVP");
            }
            int code = in.getInt();
            int word = in.getInt();
            int flags = word >>> 24;
            int length = word & LENGTH_MASK;
            boolean hasVendor = (flags & FLAG_VENDOR) != 0;
            int header = HEADER_BYTES + (hasVendor ? VENDOR_BYTES : 0);
            if (length < header || length - HEADER_BYTES > in.remaining()) {
                AvpType broken = new AvpType(code, 0, (flags & FLAG_MANDATORY) != 0);
                throw new DiameterRefusal(
                        ResultCode.INVALID_AVP_LENGTH, "an AVP's length is not its own", new Avp(broken, new byte[0]));
            }
            int vendor = hasVendor ? in.getInt() : 0;
            byte[] value = new byte[length - header];
            in.get(value);
            in.position(Math.min(in.limit(), in.position() + padding(length)));
            into.add(new Avp(new AvpType(code, vendor, (flags & FLAG_MANDATORY) != 0), value));
        }
    }

    static byte[] bytes(List<Avp> avps) {
        ByteBuffer out =
                ByteBuffer.allocate(avps.stream().mapToInt(Avp::paddedLength).sum());
        avps.forEach(avp -> avp.write(out));
        return out.array();
    }

    private void write(ByteBuffer out) {
        int flags = (type.vendor() == 0 ? 0 : FLAG_VENDOR) | (type.mandatory() ? FLAG_MANDATORY : 0);
        out.putInt(type.code());
        out.putInt((flags << 24) | length());
        if (type.vendor() != 0) {
            out.putInt(type.vendor());
        }
        out.put(value);
        out.put(new byte[padding(value.length)]);
    }

    private int length() {
        return HEADER_BYTES + (type.vendor() == 0 ? 0 : VENDOR_BYTES) + value.length;
    }

    private int paddedLength() {
        return length() + padding(value.length);
    }

    private static int padding(int length) {
        return Math.floorMod(-length, ALIGNMENT);
    }

    public AvpType type() {
        return type;
    }

    public boolean is(AvpType other) {
        return type.code() == other.code() && type.vendor() == other.vendor();
    }

    public String text() {
        return new String(value, StandardCharsets.UTF_8);
    }

    public int number() throws DiameterRefusal {
        if (value.length != Integer.BYTES) {
            throw new DiameterRefusal(ResultCode.INVALID_AVP_LENGTH, "a number of 32 bits has 4 bytes", this);
        }
        return ByteBuffer.wrap(value).getInt();
    }

    /** The pairs inside a grouped one. */
    public List<Avp> parts() throws DiameterRefusal {
        List<Avp> parts = new ArrayList<>();
        read(value, parts);
        return parts;
    }
}
