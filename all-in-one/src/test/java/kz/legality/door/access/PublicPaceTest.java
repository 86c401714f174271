package kz.legality.door.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class PublicPaceTest {
    private final AtomicLong nanos = new AtomicLong();
    private PublicPace pace = pace("");

    @Test
    void after_a_burst_the_answer_is_to_wait() throws Exception {
        for (int question = 0; question < 10; question++) {
            assertThat(ask("203.0.113.7").getStatus()).isEqualTo(200);
        }
        MockHttpServletResponse refused = ask("203.0.113.7");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("2");
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        assertThat(refused.getContentAsString()).contains("urn:legality:refusal:too-fast");
    }

    @Test
    void whoever_waits_as_long_as_he_was_told_is_answered() throws Exception {
        exhaust("203.0.113.7");
        nanos.addAndGet(Duration.ofMillis(1900).toNanos());
        assertThat(ask("203.0.113.7").getStatus()).isEqualTo(429);
        nanos.addAndGet(Duration.ofMillis(100).toNanos());
        assertThat(ask("203.0.113.7").getStatus()).isEqualTo(200);
        assertThat(ask("203.0.113.7").getStatus()).isEqualTo(429);
    }

    @Test
    void one_asker_does_not_slow_down_another() throws Exception {
        exhaust("203.0.113.7");
        assertThat(ask("203.0.113.8").getStatus()).isEqualTo(200);
    }

    @Test
    void the_addresses_of_one_household_share_one_pace() throws Exception {
        exhaust("2001:db8:1:2::1");
        assertThat(ask("2001:db8:1:2:ffff:ffff:ffff:ffff").getStatus()).isEqualTo(429);
        assertThat(ask("2001:db8:1:3::1").getStatus()).isEqualTo(200);
    }

    @Test
    void other_doors_have_no_pace() throws Exception {
        exhaust("203.0.113.7");
        MockHttpServletRequest other = new MockHttpServletRequest("GET", "/api/v1/lists/black");
        other.setRemoteAddr("203.0.113.7");
        assertThat(answer(other).getStatus()).isEqualTo(200);
    }

    @Test
    void what_a_stranger_says_was_forwarded_is_not_believed() throws Exception {
        for (int question = 0; question < 10; question++) {
            ask("203.0.113.7", "198.51.100." + question);
        }
        assertThat(ask("203.0.113.7", "198.51.100.99").getStatus()).isEqualTo(429);
    }

    @Test
    void a_trusted_proxy_is_believed_in_its_own_last_word_only() throws Exception {
        pace = pace("10.0.0.0/8, 192.0.2.1");
        for (int question = 0; question < 10; question++) {
            // The first part is what the asker wrote himself.
            ask("10.1.1.1", "6.6.6." + question + ", 198.51.100.5");
        }
        assertThat(ask("10.1.1.1", "6.6.6.99, 198.51.100.5").getStatus()).isEqualTo(429);
        assertThat(ask("10.9.9.9", "198.51.100.5, 192.0.2.1").getStatus()).isEqualTo(429);
        assertThat(ask("10.1.1.1", "198.51.100.6").getStatus()).isEqualTo(200);
        assertThat(ask("10.1.1.1", "not.an.address.example").getStatus()).isEqualTo(200);
    }

    private void exhaust(String address) throws Exception {
        for (int question = 0; question < 10; question++) {
            assertThat(ask(address).getStatus()).isEqualTo(200);
        }
    }

    private MockHttpServletResponse ask(String address) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/public/devices/350000000000006");
        request.setRemoteAddr(address);
        return answer(request);
    }

    private MockHttpServletResponse ask(String address, String forwarded) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/public/devices/350000000000006");
        request.setRemoteAddr(address);
        request.addHeader("X-Forwarded-For", forwarded);
        return answer(request);
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        pace.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private PublicPace pace(String trusted) {
        return new PublicPace(
                new PublicPaceSettings(30, 10, trusted),
                Refusals.toMachines(JsonMapper.builder().build()),
                nanos::get);
    }
}
