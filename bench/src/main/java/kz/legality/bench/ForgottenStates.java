package kz.legality.bench;

import java.util.List;
import java.util.Map;
import kz.legality.evidence.log.StreamStates;
import kz.legality.evidence.proof.StreamMap;
import kz.legality.evidence.proof.StreamState;

/** In the place of the map of streams, where the log is measured without it. */
final class ForgottenStates implements StreamStates {
    private long size;

    @Override
    public long logSize() {
        return size;
    }

    @Override
    public long streams() {
        return 0;
    }

    @Override
    public byte[] root() {
        throw new UnsupportedOperationException("nothing is remembered");
    }

    @Override
    public List<StreamState> states(List<byte[]> keys) {
        return keys.stream().map(key -> StreamState.NONE).toList();
    }

    @Override
    public void apply(Map<byte[], StreamState> changed, long newLogSize) {
        size = newLogSize;
    }

    @Override
    public StreamMap.Proof prove(byte[] key) {
        throw new UnsupportedOperationException("nothing is remembered");
    }

    @Override
    public byte[] recomputedRoot() {
        throw new UnsupportedOperationException("nothing is remembered");
    }

    @Override
    public void forEach(Visitor visitor) {
        // There is none.
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
