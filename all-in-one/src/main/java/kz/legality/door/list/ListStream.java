package kz.legality.door.list;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import kz.legality.device.ListStatus;
import kz.legality.door.answer.AnswerJson;
import kz.legality.door.problem.RequestProblem;
import kz.legality.identifier.Imei;
import kz.legality.launch.OpenLedger;
import kz.legality.query.device.DevicesView;
import kz.legality.query.list.ListEntry;
import kz.legality.query.projection.CommitListener;
import kz.legality.query.store.Change;
import kz.legality.query.store.Document;
import kz.legality.query.store.IndexEntry;
import kz.legality.query.store.WriteBatch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Changes of status as server-sent events, as soon as the views have them. The id of an event is its position: whoever
 * comes back with {@code Last-Event-ID} is first told where every IMEI stands that something happened to since. Each event
 * says where an IMEI stands and not what was done to it, so hearing one twice does no harm.
 */
@RestController
class ListStream implements CommitListener {
    /** Who is behind by more is let go, and comes back with the id of the last event he heard. */
    private static final int WAITING_MAX = 50_000;

    private static final int READ_AT_ONCE = 500;
    private static final long HEARTBEAT_SECONDS = 15;
    private static final long NO_TIMEOUT = 0L;

    private final OpenLedger ledger;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    ListStream(OpenLedger ledger) {
        this.ledger = ledger;
        ledger.queries().projections().listen(this);
    }

    private record Told(long position, String imei, ListStatus status) {}

    /** Wakes whoever waits, and is told to nobody. */
    private static final Told END = new Told(-1, "", ListStatus.UNKNOWN);

    private record Listener(SseEmitter emitter, BlockingQueue<Told> waiting) {}

    /**
     * @param status WHITE, GREY, BLACK, or UNKNOWN for an IMEI that stands on no list any more
     * @param position of the last event of the IMEI that this rests on
     */
    record Standing(String imei, ListStatus status, long position) {}

    @GetMapping(path = "/api/v1/lists/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen(@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastHeard) {
        long since = lastHeard == null ? -1 : position(lastHeard);
        Listener listener = new Listener(new SseEmitter(NO_TIMEOUT), new ArrayBlockingQueue<>(WAITING_MAX));
        Runnable gone = () -> listeners.remove(listener);
        listener.emitter().onCompletion(gone);
        listener.emitter().onError(failed -> gone.run());
        listeners.add(listener);
        Thread.ofVirtual().name("lists-stream").start(() -> tell(listener, since));
        return listener.emitter();
    }

    private static long position(String lastHeard) {
        try {
            return Long.parseLong(lastHeard.strip());
        } catch (NumberFormatException e) {
            throw RequestProblem.badParameter("Last-Event-ID", "the id of an event of this stream");
        }
    }

    private void tell(Listener listener, long since) {
        try {
            long seen = ledger.queries().projections().position();
            if (since >= 0) {
                seen = Math.max(seen, missed(since, listener));
            }
            listener.emitter().send(SseEmitter.event().id(Long.toString(seen)).comment("up to date"));
            while (listeners.contains(listener)) {
                Told told = listener.waiting().poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (END.equals(told)) {
                    break;
                }
                if (told == null) {
                    listener.emitter().send(SseEmitter.event().comment("still here"));
                } else {
                    listener.emitter().send(event(told));
                }
            }
            listener.emitter().complete();
        } catch (IOException | IllegalStateException gone) {
            listeners.remove(listener);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            listeners.remove(listener);
        }
    }

    /** Streams are ended before the server is, which would wait for each of them else. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        List<Listener> ending = List.copyOf(listeners);
        listeners.clear();
        for (Listener listener : ending) {
            listener.waiting().clear();
            listener.waiting().offer(END);
        }
    }

    /** In the order of their positions, so that each is where one can go on. Returns the last of them. */
    private long missed(long since, Listener listener) throws IOException {
        SequencedMap<String, Long> touched = ledger.queries().streams().devices(since);
        List<Map.Entry<String, Long>> all = List.copyOf(touched.entrySet());
        long last = since;
        for (int i = 0; i < all.size(); i += READ_AT_ONCE) {
            List<Map.Entry<String, Long>> some = all.subList(i, Math.min(all.size(), i + READ_AT_ONCE));
            Map<String, ListEntry> entries = new HashMap<>();
            ledger.queries()
                    .lists()
                    .entries(some.stream().map(Map.Entry::getKey).toList())
                    .forEach(it -> entries.put(new Imei(it.imei()).key(), it));
            for (Map.Entry<String, Long> device : some) {
                ListEntry entry = entries.get(device.getKey());
                if (entry != null) {
                    last = device.getValue();
                    listener.emitter().send(event(new Told(last, entry.imei(), entry.status())));
                }
            }
        }
        return last;
    }

    private static SseEmitter.SseEventBuilder event(Told told) {
        return SseEmitter.event()
                .id(Long.toString(told.position()))
                .name("status")
                .data(AnswerJson.line(new Standing(told.imei(), told.status(), told.position())));
    }

    @Override
    public void committed(WriteBatch batch, long position) {
        if (listeners.isEmpty()) {
            return;
        }
        List<Told> news = new ArrayList<>();
        for (Change change :
                batch.changes().getOrDefault(DevicesView.NAME, Map.of()).values()) {
            if (change instanceof Change.Put put) {
                ListStatus now = status(put.document());
                boolean same = change.before() instanceof Change.Before.Known known && status(known.document()) == now;
                if (!same) {
                    news.add(new Told(
                            put.document().position(), new Imei(put.document().key()).printed(), now));
                }
            }
        }
        news.sort(Comparator.comparingLong(Told::position));
        for (Listener listener : listeners) {
            for (Told told : news) {
                if (!listener.waiting().offer(told)) {
                    listeners.remove(listener);
                    break;
                }
            }
        }
    }

    private static ListStatus status(Document device) {
        for (IndexEntry entry : device.entries()) {
            if (entry.index().equals(DevicesView.LIST)) {
                return ListStatus.valueOf(entry.sortKey());
            }
        }
        return ListStatus.UNKNOWN;
    }
}
