package io.tweestap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

class WebConfigurationTest {
  private static final int CHARACTERS = 0x11_0000;

  @Test
  void headersMayHoldWhatSpringSecurityAllows() {
    StrictHttpFirewall ours = WebConfiguration.firewall();
    StrictHttpFirewall springs = new StrictHttpFirewall();

    assertThat(IntStream.range(0, CHARACTERS).filter(one -> lets(ours, one) != lets(springs, one)))
        .isEmpty();
    assertThat(IntStream.of('a', '\t', 'ü')).allMatch(one -> lets(ours, one));
    assertThat(IntStream.of(0, '\r', '\n', 0x7f)).noneMatch(one -> lets(ours, one));
  }

  private static boolean lets(StrictHttpFirewall firewall, int character) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    request.addHeader("X", "a" + Character.toString(character));
    try {
      return firewall.getFirewalledRequest(request).getHeader("X") != null;
    } catch (RequestRejectedException _) {
      return false;
    }
  }
}
