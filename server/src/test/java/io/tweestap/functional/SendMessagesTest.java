package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.tenant.Scope;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Messages of an application's own: what is accepted, what is refused, and that it is all or none.
class SendMessagesTest extends VerificationTest {
  private static final String PATH = "/v1/messages";

  @Test
  void aTextReachesTheHandset() {
    Answer answer = send("\"to\":\"%s\",\"text\":\"Ready {now}.\"".formatted(number) + vars("now"));
    assertThat(answer.status()).isEqualTo(202);
    JsonNode one = answer.json().at("/messages/0");
    assertThat(one.get("to").asString()).contains("*").doesNotContain(number.substring(3));
    assertThat(text(1)).isEqualTo("Ready <{x}>.");
    String id = one.get("id").asString();
    await().until(() -> state(id).equals("accepted"));
    JsonNode kept = get(tenant, PATH + "/" + id).json();
    assertThat(kept.get("batch_id").asString()).isEqualTo(answer.json().get("batch_id").asString());
    assertThat(kept.get("priority").asString()).isEqualTo("service");
    assertThat(kept.toString()).doesNotContain("Ready");
  }

  @Test
  void aThousandAreAcceptedAtOnce() {
    String recipients =
        IntStream.range(0, 1000)
            .mapToObj("{\"to\":\"+3161234%04d\"}"::formatted)
            .collect(Collectors.joining(","));
    Answer answer = send("\"recipients\":[%s],\"text\":\"Hi\"".formatted(recipients) + later(1));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().get("messages").size()).isEqualTo(1000);
    String batch = PATH + "/batches/" + answer.json().get("batch_id").asString();
    assertThat(get(tenant, batch).json().at("/states/queued").asInt()).isEqualTo(1000);
    Answer canceled = post(tenant, batch + "/cancel", "");
    assertThat(canceled.json().get("canceled").asInt()).isEqualTo(1000);
    assertThat(
            send("\"recipients\":[%s,{\"to\":\"0612340000\"}],\"text\":\"Hi\""
                    .formatted(recipients))
                .code())
        .isEqualTo("invalid_field");
  }

  @Test
  void oneBadRecipientMeansThatNobodyGetsAnything() {
    String recipients =
        ("{\"to\":\"%1$s\"},{\"to\":\"061\"},{\"to\":\"0900 1234\"},"
                + "{\"to\":\"+33612345678\"},{\"to\":\"0%2$s\"}")
            .formatted(number, number.substring(3));
    Answer answer = send("\"recipients\":[%s],\"text\":\"Hi\"".formatted(recipients));
    assertThat(answer.code()).isEqualTo("recipients_refused");
    JsonNode errors = answer.json().get("errors");
    assertThat(
            errors
                .valueStream()
                .map(error -> error.get("index").asInt() + error.get("code").asString()))
        .containsExactly(
            "1invalid_number",
            "2number_type_not_allowed",
            "3country_not_allowed",
            "4duplicate_recipient");
    assertThat(answer.text()).doesNotContain(number.substring(4));
    assertThat(get(tenant, PATH).json().get("data").size()).isZero();
  }

  @Test
  void aSingleRecipientGetsThePlainProblem() {
    assertThat(send("\"to\":\"061\",\"text\":\"Hi\"").code()).isEqualTo("invalid_number");
    assertThat(send("\"text\":\"Hi\"").code()).isEqualTo("missing_field");
    assertThat(send("\"to\":\"%s\"".formatted(number)).code()).isEqualTo("missing_field");
    assertThat(send("\"to\":\"%s\",\"recipients\":[],\"text\":\"Hi\"".formatted(number)).code())
        .isEqualTo("invalid_field");
    assertThat(send("\"recipients\":[],\"text\":\"Hi\"").code()).isEqualTo("invalid_field");
  }

  @Test
  void everyPlaceNeedsItsValueAndEveryValueItsPlace() {
    String to = "\"to\":\"%s\",".formatted(number);
    assertThat(send(to + "\"text\":\"Hi {name}\"").text()).contains("The variable name is missing");
    assertThat(send(to + "\"text\":\"Hi\"" + vars("name")).text()).contains("name");
    assertThat(
            send(to + "\"text\":\"%s{name}\"".formatted("a".repeat(1590)) + vars("name")).status())
        .isEqualTo(202);
    assertThat(
            send(to + "\"text\":\"%s{name}\"".formatted("a".repeat(1594)) + vars("name", "longer"))
                .code())
        .isEqualTo("invalid_field");
    assertThat(send(to + "\"text\":\"\\u0007\"").code()).isEqualTo("invalid_field");
  }

  @Test
  void thePriorityIsAskedOfTheScopes() {
    TestTenant plain = newTenant(Scope.MESSAGES_WRITE);
    TestTenant seller = newTenant(Scope.MESSAGES_WRITE, Scope.MESSAGES_MARKETING);
    String body = "{\"to\":\"%s\",\"text\":\"Hi\",\"priority\":\"%s\"}";
    assertThat(post(plain, PATH, body.formatted(number, "service")).status()).isEqualTo(202);
    Answer refused = post(plain, PATH, body.formatted(number, "marketing"));
    assertThat(refused.code()).isEqualTo("wrong_scope");
    assertThat(refused.json().get("scope").asString()).isEqualTo("messages:marketing");
    assertThat(post(seller, PATH, body.formatted(number, "marketing")).status()).isEqualTo(202);
    assertThat(post(seller, PATH, body.formatted(number, "code")).code()).isEqualTo("wrong_scope");
    assertThat(post(seller, PATH, body.formatted(number, "urgent")).code())
        .isEqualTo("invalid_field");
    assertThat(post(newTenant(Scope.MESSAGES_READ), PATH, body).code()).isEqualTo("wrong_scope");
  }

  @Test
  void aRepeatedKeySendsOnceAlsoWhenTwinsArrive() throws Exception {
    String body = "{\"to\":\"%s\",\"text\":\"Once\"}".formatted(number);
    List<Answer> answers =
        Together.run(
            8,
            () ->
                send(
                    withJson(
                        authorized(tenant, PATH).header("Idempotency-Key", "k"), "POST", body)));
    assertThat(answers).allMatch(answer -> answer.status() == 202);
    assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
    assertThat(get(tenant, PATH).json().get("data").size()).isEqualTo(1);
  }

  @Test
  void theTenantsLimitTakesABatchWholeOrNotAtAll() {
    patch(tenant, "/v1/settings", "{\"limits\":{\"messages_per_tenant_day\":3}}");
    Answer tooMany = sendTo(4);
    assertThat(tooMany.code()).isEqualTo("rate_limited");
    assertThat(sendTo(2).status()).isEqualTo(202);
    assertThat(sendTo(2).code()).isEqualTo("rate_limited");
    assertThat(sendTo(1).status()).isEqualTo(202);
    Answer last = sendTo(1);
    assertThat(last.json().get("limit").asString()).isEqualTo("messages_per_tenant_day");
    assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(28_000, 28_800);
    clock.advance(Duration.ofHours(8));
    assertThat(sendTo(1).status()).isEqualTo(202);
  }

  @Test
  void aTestNumberIsAcceptedAndNeverSentTo() {
    put(tenant, "/v1/settings/test_numbers/%2B31600000001", "{\"code\":\"424242\"}");
    Answer answer = send("\"to\":\"+31600000001\",\"text\":\"Hi\"");
    JsonNode one = answer.json().at("/messages/0");
    assertThat(one.get("test").asBoolean()).isTrue();
    JsonNode kept = get(tenant, PATH + "/" + one.get("id").asString()).json();
    assertThat(kept.get("state").asString()).isEqualTo("accepted");
    assertThat(kept.get("carrier").asString()).isEqualTo("test");
  }

  @Test
  void listsFindByBatchRecipientAndTime() {
    send("\"to\":\"%s\",\"text\":\"Hi\",\"reference\":\"a\"".formatted(number));
    clock.advance(Duration.ofMinutes(1));
    String between = clock.instant().toString();
    clock.advance(Duration.ofMinutes(1));
    String batch =
        send("\"to\":\"%s\",\"text\":\"Hi\",\"reference\":\"b\"".formatted(freshNumber()))
            .json()
            .get("batch_id")
            .asString();
    assertThat(references("batch=" + batch)).containsExactly("b");
    assertThat(references("to=" + number.replace("+", "%2B"))).containsExactly("a");
    assertThat(references("since=" + between)).containsExactly("b");
    assertThat(references("until=" + between)).containsExactly("a");
    assertThat(get(tenant, PATH + "?since=x").code()).isEqualTo("invalid_field");
  }

  @Test
  void whatIsLaterIsWithdrawnAndRedacted() {
    Answer answer =
        send(
            "\"to\":\"%s\",\"text\":\"Hi\",\"reference\":\"r\",\"metadata\":{\"k\":\"v\"}"
                    .formatted(number)
                + later(80));
    String one = PATH + "/" + answer.json().at("/messages/0/id").asString();
    assertThat(get(tenant, one).json().get("state").asString()).isEqualTo("queued");
    assertThat(post(tenant, one + "/redact", "").code()).isEqualTo("not_finished");
    assertThat(post(tenant, one + "/cancel", "").json().get("state").asString())
        .isEqualTo("canceled");
    assertThat(post(tenant, one + "/cancel", "").status()).isEqualTo(200);
    Answer redacted = post(tenant, one + "/redact", "");
    assertThat(redacted.json().get("to").asString()).isEqualTo("redacted");
    assertThat(redacted.text()).doesNotContain("\"r\"", "\"v\"");
    assertThat(references("to=" + number.replace("+", "%2B"))).isEmpty();
    assertThat(get(tenant, "/v1/audit?action=message.redacted").json().get("data").size())
        .isEqualTo(1);
  }

  @Test
  void aCodesMessageIsWithdrawnWithItsVerification() {
    started();
    text(1);
    String id = get(tenant, PATH).json().at("/data/0/id").asString();
    assertThat(post(tenant, PATH + "/" + id + "/cancel", "").code()).isEqualTo("not_cancelable");
  }

  @Test
  void aMomentLiesWithinNinetyDays() {
    String to = "\"to\":\"%s\",\"text\":\"Hi\"".formatted(number);
    assertThat(send(to + later(91)).code()).isEqualTo("invalid_field");
    assertThat(send(to + later(-1)).code()).isEqualTo("invalid_field");
    assertThat(send(to + ",\"send_at\":\"tomorrow\"").code()).isEqualTo("invalid_field");
    assertThat(send(to + ",\"validity_seconds\":29").code()).isEqualTo("invalid_field");
    assertThat(send(to + ",\"validity_seconds\":259201").code()).isEqualTo("invalid_field");
  }

  private Answer send(String fields) {
    return post(tenant, PATH, "{" + fields + "}");
  }

  private Answer sendTo(int recipients) {
    String all =
        IntStream.range(0, recipients)
            .mapToObj(_ -> "{\"to\":\"" + freshNumber() + "\"}")
            .collect(Collectors.joining(","));
    return send("\"recipients\":[%s],\"text\":\"Hi\"".formatted(all));
  }

  private String later(int days) {
    return ",\"send_at\":\"" + clock.instant().plus(Duration.ofDays(days)) + "\"";
  }

  private static String vars(String name) {
    return vars(name, "<{x}>");
  }

  private static String vars(String name, String value) {
    return ",\"variables\":{\"%s\":\"%s\"}"
        .formatted(name, value + (value.equals("longer") ? "!" : ""));
  }

  private List<String> references(String query) {
    return get(tenant, PATH + "?" + query)
        .json()
        .get("data")
        .valueStream()
        .map(one -> one.path("reference").asString(""))
        .toList();
  }

  private String state(String id) {
    return get(tenant, PATH + "/" + id).json().path("state").asString();
  }
}
