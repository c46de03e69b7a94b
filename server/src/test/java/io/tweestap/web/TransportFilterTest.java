package io.tweestap.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.shared.Network;
import io.tweestap.shared.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/// Whom the program believes about TLS.
@NullMarked
class TransportFilterTest {
  private static final String PROXY = "10.1.2.3";
  private static final JsonMapper JSON =
      JsonMapper.builder().addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class).build();
  private static final String STRANGER = "203.0.113.9";

  private final TransportFilter filter = filter(false, false);

  private static TransportFilter filter(boolean embedded, boolean plainHttp) {
    WebProperties trusted =
        new WebProperties(List.of(Network.valueOf("10.1.0.0/16")), Duration.ZERO, plainHttp);
    return new TransportFilter(trusted, embedded, new ProblemWriter(JSON));
  }

  @Test
  void plainHttpIsRefused() throws Exception {
    assertThat(passed(filter, from(STRANGER))).isNull();
    assertThat(passed(filter, from(PROXY))).isNull();
  }

  @Test
  void plainHttpPassesFromThisMachine() throws Exception {
    assertThat(passed(filter, from("127.0.0.1"))).isNotNull();
    assertThat(passed(filter, from("0:0:0:0:0:0:0:1"))).isNotNull();
  }

  @Test
  void plainHttpOfOthersPassesOnlyInEmbeddedModeAndWhereItIsSwitchedOn() throws Exception {
    assertThat(passed(filter(true, true), from(STRANGER))).isNotNull();
    assertThat(passed(filter(true, false), from(STRANGER))).isNull();
    assertThat(passed(filter(true, false), from("127.0.0.1"))).isNotNull();
    assertThat(passed(filter(false, true), from(STRANGER))).isNull();
  }

  @Test
  void tlsPasses() throws Exception {
    MockHttpServletRequest request = from(STRANGER);
    request.setSecure(true);
    assertThat(passed(filter, request)).isNotNull();
  }

  @Test
  void strangerIsNotBelieved() throws Exception {
    assertThat(passed(filter, with(from(STRANGER), "X-Forwarded-Proto", "https"))).isNull();
    assertThat(passed(filter, with(from(STRANGER), "Forwarded", "proto=https"))).isNull();
    // Neither is a proxy on this machine that nobody configured.
    assertThat(passed(filter, with(from("127.0.0.1"), "X-Forwarded-Proto", "https"))).isNull();
    // Nor one that claims to come from this machine.
    assertThat(passed(filter, with(from(STRANGER), "X-Forwarded-For", "127.0.0.1"))).isNull();
  }

  @Test
  void trustedProxyIsBelieved() throws Exception {
    MockHttpServletRequest request = with(from(PROXY), "X-Forwarded-Proto", "https");
    request.addHeader("X-Forwarded-For", "198.51.100.7, 203.0.113.9, 10.1.0.1");

    HttpServletRequest seen = passed(filter, request);

    assertThat(seen).isNotNull();
    assertThat(seen.isSecure()).isTrue();
    assertThat(seen.getScheme()).isEqualTo("https");
    assertThat(seen.getRemoteAddr()).isEqualTo(STRANGER);
    assertThat(seen.getHeader("X-Forwarded-For")).isNull();
    assertThat(seen.getHeaders("x-forwarded-proto").hasMoreElements()).isFalse();
    assertThat(Collections.list(seen.getHeaderNames()))
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("x-forwarded"));
  }

  @Test
  void everyWordAboutTlsMustAgree() throws Exception {
    assertThat(passed(filter, with(from(PROXY), "X-Forwarded-Proto", "http"))).isNull();
    assertThat(passed(filter, with(from(PROXY), "X-Forwarded-Proto", "https, http"))).isNull();
    assertThat(passed(filter, with(from(PROXY), "X-Forwarded-Proto", "http,https"))).isNull();
    MockHttpServletRequest twice = with(from(PROXY), "X-Forwarded-Proto", "https");
    twice.addHeader("X-Forwarded-Proto", "http");
    assertThat(passed(filter, twice)).isNull();
  }

  @Test
  void headersOfStrangersAreHidden() throws Exception {
    MockHttpServletRequest request = with(from(STRANGER), "X-Forwarded-For", "198.51.100.7");
    request.setSecure(true);

    HttpServletRequest seen = passed(filter, request);

    assertThat(seen).isNotNull();
    assertThat(seen.getRemoteAddr()).isEqualTo(STRANGER);
    assertThat(seen.getHeader("x-forwarded-for")).isNull();
  }

  private static @Nullable HttpServletRequest passed(
      TransportFilter filter, MockHttpServletRequest request) throws Exception {
    MockFilterChain chain = new MockFilterChain();
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, chain);
    if (chain.getRequest() == null) {
      assertThat(response.getStatus()).isEqualTo(403);
      assertThat(response.getContentAsString()).contains("https_required");
    }
    return (HttpServletRequest) chain.getRequest();
  }

  private static MockHttpServletRequest from(String address) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/v1/settings");
    request.setRemoteAddr(address);
    return request;
  }

  private static MockHttpServletRequest with(
      MockHttpServletRequest request, String header, String value) {
    request.addHeader(header, value);
    return request;
  }
}
