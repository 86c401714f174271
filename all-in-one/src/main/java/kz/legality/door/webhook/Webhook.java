package kz.legality.door.webhook;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import kz.legality.device.ListStatus;
import kz.legality.door.answer.AnswerJson;
import kz.legality.launch.OpenLedger;
import kz.legality.query.list.ListEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls one operator, one call after the other: where every IMEI stands that something happened to since the last call it
 * answered. A call it does not answer with 2xx is made again with the same id, after a second, two, four, up to five
 * minutes; nothing is skipped. What happens meanwhile is told by the calls after it.
 */
final class Webhook implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final int CHANGES_MAX = 500;
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration WAIT_FIRST = Duration.ofSeconds(1);
    private static final Duration WAIT_MAX = Duration.ofMinutes(5);
    private static final int OK_FROM = 200;
    private static final int OK_TO = 299;

    private final String operator;
    private final WebhookSettings.Hook hook;
    private final WebhookAddress allowed;
    private final WebhookCursor cursor;
    private final OpenLedger ledger;
    private final HttpClient http;
    private final Clock clock;
    private final Semaphore news = new Semaphore(1);

    Webhook(
            String operator,
            WebhookSettings.Hook hook,
            WebhookAddress allowed,
            WebhookCursor cursor,
            OpenLedger ledger,
            HttpClient http,
            Clock clock) {
        this.operator = operator;
        this.hook = hook;
        this.allowed = allowed;
        this.cursor = cursor;
        this.ledger = ledger;
        this.http = http;
        this.clock = clock;
    }

    /**
     * What is sent.
     *
     * @param from the position after which the changes are
     * @param to the position they are known until
     */
    record Delivery(String id, long from, long to, List<Change> changes) {}

    /** @param status WHITE, GREY, BLACK, or UNKNOWN for an IMEI that stands on no list */
    record Change(String imei, ListStatus status) {}

    /** Something was committed. */
    void wake() {
        news.drainPermits();
        news.release();
    }

    /** Until it is interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                news.acquire();
                try {
                    tellNews();
                } catch (RuntimeException failed) {
                    LOG.error("{} could not be told of changes; tried again", operator, failed);
                    TimeUnit.MILLISECONDS.sleep(WAIT_FIRST.toMillis());
                    wake();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellNews() throws InterruptedException {
        long heard = begin();
        long seen = ledger.queries().projections().position();
        if (seen > heard) {
            tellSince(heard, seen);
            cursor.write(seen);
        }
    }

    /** Who is called for the first time is told of what happens from now on. */
    private long begin() {
        return cursor.read().orElseGet(() -> {
            long now = ledger.queries().projections().position();
            cursor.write(now);
            return now;
        });
    }

    private void tellSince(long heard, long seen) throws InterruptedException {
        List<String> keys =
                List.copyOf(ledger.queries().streams().devices(heard).keySet());
        for (int i = 0; i < keys.size(); i += CHANGES_MAX) {
            List<Change> changes = new ArrayList<>();
            for (ListEntry entry :
                    ledger.queries().lists().entries(keys.subList(i, Math.min(keys.size(), i + CHANGES_MAX)))) {
                changes.add(new Change(entry.imei(), entry.status()));
            }
            if (!changes.isEmpty()) {
                deliver(new Delivery(
                        operator + "-" + heard + "-" + seen + "-" + i / CHANGES_MAX, heard, seen, changes));
            }
        }
    }

    private void deliver(Delivery delivery) throws InterruptedException {
        String body = AnswerJson.line(delivery);
        Duration wait = WAIT_FIRST;
        for (String why = call(delivery.id(), body); why != null; why = call(delivery.id(), body)) {
            LOG.warn(
                    "{} was not told of {} changes and is told again: {}",
                    operator,
                    delivery.changes().size(),
                    why);
            long millis = wait.toMillis();
            TimeUnit.MILLISECONDS.sleep(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
            wait = wait.multipliedBy(2).compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait.multipliedBy(2);
        }
    }

    /** Null where it was answered; else why not. */
    private @Nullable String call(String id, String body) throws InterruptedException {
        long timestamp = clock.instant().getEpochSecond();
        try {
            allowed.require(hook.url());
            HttpRequest request = HttpRequest.newBuilder(hook.url())
                    .timeout(ANSWER_TIMEOUT)
                    .header("Content-Type", "application/json")
                    .header("X-Ledger-Delivery", id)
                    .header("X-Ledger-Timestamp", Long.toString(timestamp))
                    .header("X-Ledger-Signature", WebhookSignature.of(hook.secret(), timestamp, id, body))
                    .POST(BodyPublishers.ofString(body))
                    .build();
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            boolean heard = answer.statusCode() >= OK_FROM && answer.statusCode() <= OK_TO;
            return heard ? null : "it answered " + answer.statusCode();
        } catch (WebhookAddress.Refused | IOException failed) {
            return String.valueOf(failed.getMessage());
        }
    }
}
