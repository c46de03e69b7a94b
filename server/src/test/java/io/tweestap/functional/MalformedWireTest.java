package io.tweestap.functional;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tweestap.shared.SqlTime;
import io.tweestap.testkit.smsc.Delivery;
import io.tweestap.testkit.smsc.FakeSmsc;
import io.tweestap.testkit.smsc.Misdeeds;
import io.tweestap.testkit.smsc.Pdu;
import io.tweestap.testkit.smsc.SmscAnswer;
import io.tweestap.testkit.smsc.SubmitSm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// An SMSC that answers with nonsense, too late, with half a unit or with the end of the
/// connection, and one that delivers nonsense: nothing accepted is lost, nothing is sent twice
/// without saying so, and nothing of it stands in a log.
class MalformedWireTest extends ApiTest {
  private static final FakeSmsc SMSC = new FakeSmsc();
  private static final String SECRET = "Geheimnis";
  private static final int MISDEEDS = 40;
  private static final int MESSAGES = 240;
  private static final String LEFT =
      """
      SELECT count(*)
      FROM message
      WHERE tenant_id = :tenant
        AND state = 'queued'
      """;
  private static final String IN_HAND =
      """
      SELECT count(*)
      FROM message
      WHERE tenant_id = :tenant
        AND state = 'queued'
        AND claimed_at IS NOT NULL
        AND next_attempt_at > :now
      """;
  private static final String RECORDS =
      """
      SELECT state,
        jsonb_array_length(jsonb_path_query_array(tries, '$[*] ? (@.outcome == "no_answer")'))
          AS unanswered
      FROM message
      WHERE tenant_id = :tenant
      """;

  @Autowired private JdbcClient jdbc;

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Set<String> numbers = ConcurrentHashMap.newKeySet();

  @DynamicPropertySource
  static void link(DynamicPropertyRegistry settings) {
    settings.add("tweestap.carrier.smpp.host", () -> "localhost");
    settings.add("tweestap.carrier.smpp.port", SMSC::port);
    settings.add("tweestap.carrier.smpp.tls", () -> "false");
    settings.add("tweestap.carrier.smpp.system-id", () -> "tweestap");
    settings.add("tweestap.carrier.smpp.password", () -> "secret08");
    settings.add("tweestap.carrier.smpp.rate", () -> "1000");
    settings.add("tweestap.carrier.smpp.binds", () -> "3");
    settings.add("tweestap.carrier.smpp.window", () -> "4");
    settings.add("tweestap.carrier.smpp.answer-within", () -> "1s");
  }

  @BeforeEach
  void listen() {
    logged.start();
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(logged);
  }

  @AfterEach
  void nothingWasLogged() {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(logged);
    List<String> lines =
        new ArrayList<>(logged.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
    assertThat(lines).isNotEmpty();
    assertThat(lines).noneMatch(line -> line.contains(SECRET));
    assertThat(lines).noneMatch(line -> numbers.stream().anyMatch(line::contains));
  }

  @Test
  void whateverIsAnsweredEveryMessageIsSentAndNoneTwiceWithoutSayingSo() throws Exception {
    FakeSmsc.await("the binds", () -> SMSC.bound() == 3);
    Misdeeds misdeeds = new Misdeeds(46, Duration.ofMillis(1500));
    AtomicInteger left = new AtomicInteger(MISDEEDS);
    SMSC.answering(message ->
        message.number() % 4 == 0 && left.getAndDecrement() > 0
            ? misdeeds.next(message)
            : SmscAnswer.taken("m" + message.number()));
    TestTenant tenant = newTenant();
    accept(tenant);
    for (int i = 0; i < 400 && left(tenant) > 0; i++) {
      // Leases end by this clock: what a courier has in hand is waited for.
      FakeSmsc.await("empty hands", () -> inHand(tenant) == 0);
      clock.advance(Duration.ofSeconds(2));
      FakeSmsc.await("a bind", () -> SMSC.bound() > 0);
      VerificationTest.pause();
    }
    assertThat(left.get()).as("all misdeeds were done").isLessThanOrEqualTo(0);
    List<Integer> unanswered =
        jdbc.sql(RECORDS)
            .param("tenant", tenant.tenant().id().value())
            .query((row, _) ->
                row.getString("state").equals("accepted") ? row.getInt("unanswered") : -1000)
            .list();
    assertThat(unanswered).as("not accepted").hasSize(MESSAGES).noneMatch(count -> count < 0);
    List<SubmitSm> submitted = SMSC.submitted();
    assertThat(submitted).extracting(SubmitSm::destination).containsAll(numbers);
    assertThat(submitted.size() - MESSAGES)
        .as("copies, each of which is admitted")
        .isLessThanOrEqualTo(unanswered.stream().mapToInt(Integer::intValue).sum());
    theLinkIsWhole(tenant);
  }

  private void theLinkIsWhole(TestTenant tenant) throws Exception {
    FakeSmsc.await("all binds", () -> SMSC.bound() == 3);
    String last = VerificationTest.freshNumber();
    numbers.add(last.substring(1));
    post(tenant, "/v1/messages", "{\"to\":\"" + last + "\",\"text\":\"" + SECRET + "\"}");
    FakeSmsc.await("the last", () -> left(tenant) == 0);
    assertThat(SMSC.submitted().stream().filter(one -> last.endsWith(one.destination())))
        .hasSize(1);
  }

  private void accept(TestTenant tenant) {
    for (int batch = 0; batch < 8; batch++) {
      List<String> some =
          IntStream.range(0, MESSAGES / 8).mapToObj(_ -> VerificationTest.freshNumber()).toList();
      some.forEach(number -> numbers.add(number.substring(1)));
      String recipients =
          some.stream().map("{\"to\":\"%s\"}"::formatted).collect(Collectors.joining(","));
      Answer accepted =
          post(
              tenant,
              "/v1/messages",
              "{\"recipients\":[%s],\"text\":\"%s\"}".formatted(recipients, SECRET));
      assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    }
  }

  private long inHand(TestTenant tenant) {
    return jdbc.sql(IN_HAND)
        .param("tenant", tenant.tenant().id().value())
        .param("now", SqlTime.of(clock.instant()))
        .query(Long.class)
        .single();
  }

  private long left(TestTenant tenant) {
    return jdbc.sql(LEFT).param("tenant", tenant.tenant().id().value()).query(Long.class).single();
  }

  @Test
  void whateverIsDeliveredIsAnsweredAndWhatCanBeReadIsKept() throws Exception {
    FakeSmsc.await("a bind", () -> SMSC.bound() > 0);
    TestTenant tenant = newTenant();
    String own = "+31850700046";
    put(tenant, "/v1/numbers/" + own.replace("+", "%2B"), "{}");
    numbers.add("31699000046");
    Random random = new Random(46);
    int plain = 0;
    for (int i = 0; i < 300; i++) {
      boolean whole = random.nextInt(4) > 0;
      int esm = random.nextBoolean() ? 0 : random.nextInt(256);
      byte[] text = new byte[random.nextInt(140)];
      random.nextBytes(text);
      byte[] body =
          Delivery.message("")
              .from("31699000046")
              .to(own.substring(1))
              .esmClass(esm)
              .coded(random.nextInt(256), esm == 0 ? marked(i, text) : text)
              .with(random.nextInt(0x1500), new byte[random.nextInt(4)])
              .bytes();
      Pdu answer =
          SMSC.ask(Pdu.DELIVER_SM, whole ? body : Arrays.copyOf(body, random.nextInt(body.length)));
      assertThat(answer.command()).isIn(Pdu.DELIVER_SM | Pdu.RESPONSE, Pdu.GENERIC_NACK);
      if (whole) {
        assertThat(answer.command()).isEqualTo(Pdu.DELIVER_SM | Pdu.RESPONSE);
        plain += esm == 0 && answer.status() == 0 ? 1 : 0;
      }
    }
    assertThat(plain).isGreaterThan(50);
    assertThat(kept(tenant)).as("answered with 0, and kept").isGreaterThanOrEqualTo(plain);
    assertThat(SMSC.bound()).isEqualTo(3);
  }

  /// No two are the same: the same text twice from one number may be taken for a repeat.
  private static byte[] marked(int number, byte[] text) {
    byte[] mark = (SECRET + number + " ").getBytes(ISO_8859_1);
    byte[] all = Arrays.copyOf(mark, mark.length + Math.min(text.length, 100));
    System.arraycopy(text, 0, all, mark.length, all.length - mark.length);
    return all;
  }

  private int kept(TestTenant tenant) {
    return jdbc.sql("SELECT count(*) FROM inbound WHERE tenant_id = :tenant")
        .param("tenant", tenant.tenant().id().value())
        .query(Integer.class)
        .single();
  }
}
