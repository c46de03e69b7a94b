package io.tweestap.functional;

import io.tweestap.shared.SqlTime;
import io.tweestap.tenant.Scope;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Base of the tests of verifications: a fresh tenant, numbers that nobody else uses, and a look at
/// the handset, where the code is.
abstract class VerificationTest extends SandboxTest {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final Pattern CODE = Pattern.compile("^(\\d+) ");

  private static final String DUE_OR_IN_HAND =
      """
      SELECT count(*)
      FROM message
      WHERE tenant_id = :tenant
        AND state = 'queued'
        AND (claimed_at IS NOT NULL OR next_attempt_at <= :now)
      """;

  TestTenant tenant;
  String number;
  @Autowired private JdbcClient outbox;

  @BeforeEach
  void freshTenantAndNumber() {
    tenant = newTenant();
    number = freshNumber();
  }

  /// A valid Dutch mobile number, each in a block of numbers of its own.
  static String freshNumber() {
    return "+316%04d1234".formatted(1000 + NUMBERS.incrementAndGet());
  }

  Answer start(String fields) {
    return post(
        tenant,
        "/v1/verifications",
        """
        {"to": "%s", "channel": "sms", "purpose": "login"%s}
        """
            .formatted(number, fields.isEmpty() ? "" : ", " + fields));
  }

  /// Starts a verification that must succeed, and gives its id.
  String started() {
    return id(start(""));
  }

  static String id(Answer answer) {
    if (answer.status() != 201) {
      throw new AssertionError("not started: " + answer.text());
    }
    return answer.json().path("id").asString();
  }

  Answer check(String id, String code) {
    return post(tenant, "/v1/verifications/" + id + "/check", "{\"code\": \"" + code + "\"}");
  }

  Answer resend(String id) {
    return post(tenant, "/v1/verifications/" + id + "/resend", "{}");
  }

  /// The newest text on the handset, once there are this many.
  String text(int count) {
    for (int i = 0; i < 200; i++) {
      JsonNode messages = messages().path("data");
      if (messages.size() >= count) {
        return messages.get(0).path("text").asString();
      }
      pause();
    }
    throw new AssertionError("no message " + count + " on the handset of " + number);
  }

  JsonNode messages() {
    return get(tenant, "/v1/sandbox/messages?to=" + number.replace("+", "%2B")).json();
  }

  /// The code in the newest text.
  String code(int count) {
    Matcher found = CODE.matcher(text(count));
    if (!found.find()) {
      throw new AssertionError("no code first in the text");
    }
    return found.group(1);
  }

  /// A code that is surely another one.
  static String wrong(String code) {
    char first = code.charAt(0) == '9' ? '0' : (char) (code.charAt(0) + 1);
    return first + code.substring(1);
  }

  TestTenant otherTenant() {
    return newTenant(Scope.values());
  }

  /// Moves the clock once couriers have taken what is due and written down what they have in hand:
  /// their leases end by this clock, and a message whose lease has ended is sent again.
  void advance(Duration by) {
    for (int i = 0; i < 200 && dueOrInHand() > 0; i++) {
      pause();
    }
    clock.advance(by);
  }

  private long dueOrInHand() {
    return outbox
        .sql(DUE_OR_IN_HAND)
        .param("tenant", tenant.tenant().id().value())
        .param("now", SqlTime.of(clock.instant()))
        .query(Long.class)
        .single();
  }

  /// Delivery happens on other threads, in real time.
  static void pause() {
    try {
      Thread.sleep(25);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
