package kz.legality.door.webhook;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {
    private static final WebhookAddress STRICT = new WebhookAddress(false, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/hook",
                "https://127.0.0.1/hook",
                "https://[::1]/hook",
                "https://[::ffff:127.0.0.1]/hook",
                "https://0.0.0.0/hook",
                "https://10.1.2.3/hook",
                "https://172.16.0.1/hook",
                "https://192.168.1.1/hook",
                "https://100.64.0.1/hook",
                "https://169.254.169.254/latest/meta-data",
                "https://[fd00::1]/hook",
                "https://[fe80::1]/hook",
                "https://224.0.0.1/hook",
                "https://user:secret@8.8.8.8/hook",
                "ftp://8.8.8.8/hook",
                "file:///etc/passwd",
                "https:///hook"
            })
    void what_only_this_machine_can_reach_is_not_called(String url) {
        assertThatThrownBy(() -> STRICT.require(URI.create(url))).isInstanceOf(WebhookAddress.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://8.8.8.8/hook", "https://8.8.8.8:8443/hook?of=kcell", "https://[2001:4860:4860::8888]/"})
    void an_operators_address_is(String url) {
        assertThatCode(() -> STRICT.require(URI.create(url))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9/hook", "https://localhost/hook"})
    void this_machine_is_where_it_is_allowed(String url) {
        assertThatCode(() -> new WebhookAddress(true, false).require(URI.create(url)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.1.2.3/hook", "https://169.254.169.254/hook"})
    void even_where_private_networks_are_allowed_plain_http_and_link_local_are_not(String url) {
        assertThatThrownBy(() -> new WebhookAddress(true, true).require(URI.create(url)))
                .isInstanceOf(WebhookAddress.Refused.class);
    }
}
