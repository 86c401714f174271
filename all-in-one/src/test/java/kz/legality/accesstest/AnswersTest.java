package kz.legality.accesstest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import kz.legality.door.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnswersTest extends Server {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/public/devices/1",
                "/api/v1/claims",
                "/login",
                "/oauth2/jwks",
                "/admin",
                "/log/vkey"
            })
    void every_answer_tells_the_browser_to_be_careful(String address) {
        HttpResponse<String> answer = answer(ask("GET", address));
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("default-src 'none'")
                .contains("script-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-inline")
                .doesNotContain("unsafe-eval");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
    }

    @Test
    void strict_transport_is_not_asked_for_where_there_is_no_tls() {
        assertThat(answer(ask("GET", "/")).headers().allValues("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void no_answer_names_the_server() {
        assertThat(answer(ask("GET", "/")).headers().allValues("Server")).isEmpty();
    }

    @Test
    void a_failure_is_a_problem_without_its_reason() {
        HttpResponse<String> failed = answer(ask("GET", "/assets/fails"));
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(contentType(failed)).startsWith("application/problem+json");
        assertKeepsQuiet(failed.body());
        JsonNode problem = JsonMapper.shared().readTree(failed.body());
        assertThat(problem.propertyNames()).containsExactly("type", "title", "status", "detail", "code");
        assertThat(problem.get("status").intValue()).isEqualTo(500);
    }

    @Test
    void a_failure_on_a_page_tells_a_browser_no_more() {
        HttpResponse<String> failed = answer(ask("GET", "/assets/fails").header("Accept", "text/html"));
        assertThat(failed.statusCode()).isEqualTo(500);
        assertKeepsQuiet(failed.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/public/[ HTTP/1.1",
                "GET /api/v1/public/%2e%2e/claims HTTP/1.1",
                "GET /api/v1/public/..;/claims HTTP/1.1",
                "GET /api/v1/public//../claims HTTP/1.1",
                "GET /api/v1/public/%00 HTTP/1.1",
                "NONSENSE"
            })
    void a_crooked_request_is_refused_and_told_nothing_of_the_server(String line) {
        String answer = Wire.send(port, line + "\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 40[0145] .*");
        assertKeepsQuiet(answer);
    }

    @Test
    void a_stranger_is_told_the_same_of_doors_that_exist_and_doors_that_do_not() {
        assertThat(answer(ask("GET", "/api/v1/claims")).body())
                .isEqualTo(answer(ask("GET", "/api/v1/no-such-thing")).body());
        String citizen = token(Role.CITIZEN);
        assertThat(answer(ask("GET", "/api/v1/claims", citizen)).body())
                .isEqualTo(answer(ask("GET", "/api/v1/no-such-thing", citizen)).body());
    }

    private static void assertKeepsQuiet(String answer) {
        assertThat(answer.toLowerCase(Locale.ROOT))
                .doesNotContain("tomcat")
                .doesNotContain("spring")
                .doesNotContain("exception")
                .doesNotContain("a secret reason")
                .doesNotContain("\tat ");
    }
}
