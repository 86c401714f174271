package kz.legality.door.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down whoever would read the whole list through the public check, one device at a time. One bucket for each
 * address that asked lately. A restart forgives everybody; an asker with more addresses than {@link #ADDRESSES_MAX}
 * has as many buckets as addresses anyway.
 */
final class PublicPace extends OncePerRequestFilter {
    static final int ADDRESSES_MAX = 100_000;
    private static final String DOOR = "/api/v1/public/";
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final PublicPaceSettings settings;
    private final AskingAddress addresses;
    private final Refusals refusals;
    private final Ticker clock;
    private final Cache<String, Bucket> buckets;

    PublicPace(PublicPaceSettings settings, Refusals refusals, Ticker clock) {
        this.settings = settings;
        this.addresses = new AskingAddress(settings.trustedProxy());
        this.refusals = refusals;
        this.clock = clock;
        // After this time a bucket is full again, and a new one is as good.
        Duration refilled = Duration.ofMinutes(1L + settings.burst() / settings.perMinute());
        this.buckets = Caffeine.newBuilder()
                .maximumSize(ADDRESSES_MAX)
                .expireAfterAccess(refilled)
                .ticker(clock)
                .build();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(DOOR);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Bucket bucket = buckets.get(addresses.of(request), address -> full());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            refusals.tooFast(request, response, Math.ceilDiv(probe.getNanosToWaitForRefill(), NANOS_PER_SECOND));
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(settings.burst()).refillGreedy(settings.perMinute(), Duration.ofMinutes(1)))
                .withCustomTimePrecision(new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return clock.read();
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return false;
                    }
                })
                .build();
    }
}
