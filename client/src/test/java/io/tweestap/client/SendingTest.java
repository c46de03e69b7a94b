package io.tweestap.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.client.login.AnswerOutcome;
import io.tweestap.client.login.LoginAnswer;
import io.tweestap.client.login.NewLogin;
import io.tweestap.client.policy.StepPurpose;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How requests travel: the access token, what is repeated and what never is.
class SendingTest {
  private static final String SETTINGS = "{\"name\":\"Shop\"}";
  private static final String UNAVAILABLE = "{\"code\":\"unavailable\"}";
  private static final NewLogin ANNA = NewLogin.of("anna", StepPurpose.LOGIN);

  private final FakeServer server = new FakeServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void manyThreadsFetchOneToken() throws Exception {
    for (int i = 0; i < 32; i++) {
      server.then(200, SETTINGS);
    }
    try (Tweestap tweestap = server.client();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        calls.add(() -> tweestap.settings().get().name());
      }
      for (Future<String> one : threads.invokeAll(calls)) {
        assertThat(one.get()).isEqualTo("Shop");
      }
    }
    assertThat(server.tokens).hasValue(1);
  }

  @Test
  void aTokenIsRenewedBeforeItEnds() {
    server.then(200, SETTINGS).then(200, SETTINGS).then(200, SETTINGS);
    try (Tweestap tweestap = server.client()) {
      tweestap.settings().get();
      server.clock.advance(Duration.ofSeconds(800));
      tweestap.settings().get();
      assertThat(server.tokens).hasValue(1);
      server.clock.advance(Duration.ofSeconds(20));
      tweestap.settings().get();
    }
    assertThat(server.asked.getLast().token()).isEqualTo("Bearer token2");
  }

  @Test
  void aRefusedTokenIsReplacedOnce() {
    server.then(401, "{\"code\":\"unauthenticated\"}").then(200, SETTINGS);
    server.then(401, "{\"code\":\"unauthenticated\"}").then(401, "{\"code\":\"unauthenticated\"}");
    try (Tweestap tweestap = server.client()) {
      assertThat(tweestap.settings().get().name()).isEqualTo("Shop");
      assertThat(server.tokens).hasValue(2);
      assertThatThrownBy(() -> tweestap.settings().get())
          .isInstanceOfSatisfying(
              RequestRefused.class, e -> assertThat(e.code()).isEqualTo("unauthenticated"));
    }
    assertThat(server.asked).hasSize(4);
  }

  @Test
  void wrongCredentialsAreRefusedAndNotShown() {
    server.tokensAnswer(401, "{\"error\":\"invalid_client\"}");
    try (Tweestap tweestap = server.client()) {
      assertThatThrownBy(() -> tweestap.settings().get())
          .isInstanceOf(RequestRefused.class)
          .hasMessageContaining("invalid_client")
          .hasMessageNotContaining("a-secret-of-the-test");
    }
  }

  @Test
  void thoseInLineForATokenDoNotEachWaitForADeadServer() {
    server.tokensAnswer(503, UNAVAILABLE);
    try (Tweestap tweestap = server.client()) {
      assertThatThrownBy(() -> tweestap.settings().get()).isInstanceOf(TweestapUnavailable.class);
      int asked = server.tokens.get();
      assertThatThrownBy(() -> tweestap.settings().get()).isInstanceOf(TweestapUnavailable.class);
      assertThat(server.tokens).hasValue(asked);
    }
  }

  @Test
  void readingIsRepeatedAndWaitsLongerEachTime() {
    server.then(503, UNAVAILABLE).then(502, "").then(200, SETTINGS);
    try (Tweestap tweestap = server.client()) {
      assertThat(tweestap.settings().get().name()).isEqualTo("Shop");
    }
    assertThat(server.waits).hasSize(2);
    assertThat(server.waits.get(0)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    assertThat(server.waits.get(1)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
  }

  @Test
  void aKeyedRequestIsRepeatedWithTheSameKey() {
    server.then(0, "").then(200, Answers.PASSED);
    server.then(200, Answers.PASSED);
    try (Tweestap tweestap = server.client()) {
      tweestap.logins().begin(ANNA);
      tweestap.logins().begin(ANNA);
    }
    List<String> keys = server.asked.stream().map(FakeServer.Asked::key).toList();
    assertThat(keys).hasSize(3).allMatch(key -> key.matches("[0-9a-f]{32}"));
    assertThat(keys.get(1)).isEqualTo(keys.get(0));
    assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
  }

  @Test
  void anAnswerIsNeverSentTwice() {
    server.then(503, UNAVAILABLE).then(0, "");
    UUID login = new UUID(1, 2);
    LoginAnswer answer = LoginAnswer.of(new UUID(3, 4), "123456");
    try (Tweestap tweestap = server.client()) {
      assertThatThrownBy(() -> tweestap.logins().answer(login, answer))
          .isInstanceOf(TweestapUnavailable.class)
          .hasMessageContaining("503");
      assertThatThrownBy(() -> tweestap.logins().answer(login, answer))
          .isInstanceOf(TweestapUnavailable.class);
    }
    assertThat(server.asked).hasSize(2);
  }

  @Test
  void aShortRetryAfterIsWaitedForAndALongOneTold() {
    String early = "{\"code\":\"rate_limited\",\"retry_after_seconds\":%d}";
    server.then(429, early.formatted(1), "1").then(200, SETTINGS);
    server.then(429, early.formatted(60), "60");
    try (Tweestap tweestap = server.client()) {
      assertThat(tweestap.settings().get().name()).isEqualTo("Shop");
      assertThat(server.waits.getFirst())
          .isBetween(Duration.ofMillis(1000), Duration.ofMillis(1100));
      assertThatThrownBy(() -> tweestap.settings().get())
          .isInstanceOfSatisfying(
              RequestRefused.class,
              e -> assertThat(e.problem().retryAfter()).isEqualTo(Duration.ofMinutes(1)));
    }
    assertThat(server.waits).hasSize(1);
  }

  @Test
  void aSlowedAnswerSaysHowLong() {
    server.then(429, "{\"code\":\"slowed_down\",\"retry_after_seconds\":1}", "1");
    try (Tweestap tweestap = server.client()) {
      assertThat(tweestap.logins().answer(new UUID(1, 2), LoginAnswer.of(new UUID(3, 4), "123456")))
          .isEqualTo(new AnswerOutcome.SlowedDown(Duration.ofSeconds(1)));
    }
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedForAgain() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Tweestap tweestap =
            Tweestap.at("http://127.0.0.1:" + silent.getLocalPort())
                .credentials("shop", "secret")
                .timeout(Duration.ofMillis(200))
                .build()) {
      assertThatThrownBy(() -> tweestap.settings().get()).isInstanceOf(TweestapUnavailable.class);
    }
  }

  @Test
  void aPortThatNobodyListensOnIsUnavailable() throws IOException {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    try (Tweestap tweestap =
        Tweestap.at("http://127.0.0.1:" + port).credentials("shop", "secret").build()) {
      assertThatThrownBy(() -> tweestap.settings().get()).isInstanceOf(TweestapUnavailable.class);
    }
  }

  @Test
  void secretsTravelInTheClearToThisMachineOnly() {
    assertThatThrownBy(() -> Tweestap.at("http://2fa.example.org").credentials("a", "b").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https");
    Tweestap.at("http://2fa.example.org").credentials("a", "b").allowPlainHttp().build().close();
    assertThatThrownBy(() -> Tweestap.at("https://2fa.example.org").build())
        .hasMessageContaining("client id");
    assertThatThrownBy(
            () -> Tweestap.at("https://a:b@2fa.example.org").credentials("a", "b").build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aReferenceLeadsToNoOtherPath() {
    Map<String, String> paths =
        Map.of(
            "an na+x?", "an%20na%2Bx%3F",
            "DOMAIN\\anna", "~RE9NQUlOXGFubmE",
            "../x", "~Li4veA",
            "..", "~Li4",
            "~anna", "~fmFubmE");
    try (Tweestap tweestap = server.client()) {
      paths.forEach((reference, segment) -> {
        server.then(404, "{\"code\":\"not_found\"}");
        assertThat(tweestap.users().find(reference)).isEmpty();
        assertThat(server.asked.getLast().target()).isEqualTo("/v1/users/" + segment);
      });
      assertThatThrownBy(() -> tweestap.users().find(""))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void pagesAreFetchedWhileTheyAreRead() {
    server.then(200, "{\"data\":[{\"ref\":\"a\"},{\"ref\":\"b\"}],\"next_cursor\":\"x&y\"}");
    server.then(200, "{\"data\":[],\"next_cursor\":\"z\"}");
    server.then(200, "{\"data\":[{\"ref\":\"c\"}]}");
    try (Tweestap tweestap = server.client()) {
      var users = tweestap.users().list(io.tweestap.client.user.UserFilter.all().group("staff"));
      assertThat(server.asked).isEmpty();
      var walk = users.iterator();
      assertThat(walk.next().ref()).isEqualTo("a");
      assertThat(walk.next().ref()).isEqualTo("b");
      assertThat(server.asked).hasSize(1);
      assertThat(walk.next().ref()).isEqualTo("c");
      assertThat(walk.hasNext()).isFalse();
    }
    assertThat(server.asked.stream().map(FakeServer.Asked::target))
        .containsExactly(
            "/v1/users?group=staff&limit=100",
            "/v1/users?group=staff&limit=100&cursor=x%26y",
            "/v1/users?group=staff&limit=100&cursor=z");
  }
}
