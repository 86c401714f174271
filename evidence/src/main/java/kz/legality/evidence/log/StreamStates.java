package kz.legality.evidence.log;

import java.util.List;
import java.util.Map;
import kz.legality.evidence.proof.StreamMap;
import kz.legality.evidence.proof.StreamState;

/** The map of streams, kept somewhere. Not for several threads at once. */
public interface StreamStates extends AutoCloseable {
    /** Sees each stream once. */
    interface Visitor {
        void visit(byte[] key, StreamState state);
    }

    /** How many entries of the log it has seen. */
    long logSize();

    long streams();

    byte[] root();

    /** In the order asked; {@link StreamState#NONE} for a stream that has no event. */
    List<StreamState> states(List<byte[]> keys);

    /** Takes all of it or, in a crash, none. */
    void apply(Map<byte[], StreamState> changed, long newLogSize);

    StreamMap.Proof prove(byte[] key);

    byte[] recomputedRoot();

    void forEach(Visitor visitor);

    @Override
    void close();
}
