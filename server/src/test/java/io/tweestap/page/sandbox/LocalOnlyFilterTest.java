package io.tweestap.page.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@NullMarked
class LocalOnlyFilterTest {
  private static int status(String caller, String host, String... hosts) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/sandbox");
    request.setRemoteAddr(caller);
    request.setServerName(host);
    MockHttpServletResponse response = new MockHttpServletResponse();
    new LocalOnlyFilter(new TryItProperties(List.of(hosts)))
        .doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }

  @Test
  void otherMachinesAreNotLetIn() throws Exception {
    assertThat(status("127.0.0.1", "localhost")).isEqualTo(200);
    assertThat(status("0:0:0:0:0:0:0:1", "localhost")).isEqualTo(200);
    assertThat(status("192.168.1.7", "localhost")).isEqualTo(421);
    assertThat(status("192.168.1.7", "tweestap.lan")).isEqualTo(421);
  }

  @Test
  void otherMachinesAreLetInUnderTheNamesThatTheOperatorGives() throws Exception {
    assertThat(status("192.168.1.7", "tweestap.lan", "Tweestap.LAN")).isEqualTo(200);
    assertThat(status("192.168.1.7", "evil.example", "tweestap.lan")).isEqualTo(421);
    assertThat(status("172.17.0.1", "localhost", "localhost")).isEqualTo(200);
  }
}
