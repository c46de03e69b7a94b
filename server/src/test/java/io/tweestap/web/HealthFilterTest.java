package io.tweestap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tweestap.database.DatabaseWatch;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/// What balancers are told.
class HealthFilterTest {
  private final DatabaseWatch database = mock();
  private final Draining draining =
      new Draining(new WebProperties(List.of(), Duration.ZERO, false));
  private final HealthFilter filter =
      new HealthFilter(draining, database, JsonMapper.builder().build());

  @BeforeEach
  void up() {
    when(database.answers()).thenReturn(true);
  }

  @Test
  void itIsUp() throws Exception {
    MockHttpServletResponse answer = answer("/health");
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsString()).isEqualTo("{\"status\":\"up\",\"database\":\"up\"}");
    assertThat(answer.getHeader("Connection")).isNull();
  }

  @Test
  void aDatabaseThatIsAwayIsToldAndSendsNobodyElsewhere() throws Exception {
    when(database.answers()).thenReturn(false);
    MockHttpServletResponse answer = answer("/health");
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsString()).isEqualTo("{\"status\":\"up\",\"database\":\"away\"}");
  }

  @Test
  void onceToldToStopItSaysSoAndClosesConnections() throws Exception {
    draining.stop();
    MockHttpServletResponse answer = answer("/health");
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getContentAsString()).contains("\"status\":\"stopping\"");
    assertThat(answer("/v1/settings").getHeader("Connection")).isEqualTo("close");
  }

  @Test
  void everythingElsePasses() throws Exception {
    var chain = new MockFilterChain();
    filter.doFilter(
        new MockHttpServletRequest("GET", "/healthy"), new MockHttpServletResponse(), chain);
    assertThat(chain.getRequest()).isNotNull();
  }

  private MockHttpServletResponse answer(String path) throws Exception {
    var response = new MockHttpServletResponse();
    filter.doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
    return response;
  }
}
