package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.IncomingSms.Piece;
import io.tweestap.delivery.IncomingSms.Received;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What people write: kept before the carrier hears so, once, whole, and for its tenant only.
class InboundTest extends InboundScene {
  @Autowired private JdbcClient jdbc;

  @Test
  void aTextIsKeptSealedAndShownToItsTenant() {
    bring(text("Is my bike ready?"));

    JsonNode one = inbox().getFirst();
    assertThat(one.path("text").asString()).isEqualTo("Is my bike ready?");
    assertThat(one.path("from").asString()).isEqualTo(number);
    assertThat(one.path("to").asString()).isEqualTo(own);
    assertThat(one.path("encoding").asString()).isEqualTo("gsm_7");
    assertThat(one.path("complete").asBoolean()).isTrue();
    String id = one.path("id").asString();
    assertThat(get(tenant, LIST + "/" + id).json()).isEqualTo(one);
    String row =
        jdbc.sql("SELECT row_to_json(t)::text FROM inbound AS t WHERE id = CAST(:id AS uuid)")
            .param("id", id)
            .query(String.class)
            .single();
    assertThat(row).doesNotContain("bike").doesNotContain(number.substring(4));
  }

  @Test
  void anotherTenantSeesNothingOfIt() {
    bring(text("secret words"));
    TestTenant stranger = otherTenant();
    String id = inbox().getFirst().path("id").asString();

    assertThat(inbox(stranger)).isEmpty();
    assertThat(get(stranger, LIST + "/" + id).status()).isEqualTo(404);
    assertThat(post(stranger, LIST + "/" + id + "/redact", "").status()).isEqualTo(404);
    assertThat(get(stranger, "/v1/numbers").json().path("data").size()).isZero();
    String taken = "/v1/numbers/" + own.replace("+", "%2B");
    assertThat(put(stranger, taken, "{}").code()).isEqualTo("name_taken");
    assertThat(texts()).containsExactly("secret words");
  }

  @Test
  void aNumberIsGivenToATenantAndTakenBack() {
    TestTenant receiver = otherTenant();
    String path = "/v1/numbers/" + own.replace("+", "%2B");
    String body = "{\"tenant_id\":\"%s\"}".formatted(receiver.tenant().id());
    assertThat(put(tenant, path, body).status()).isEqualTo(200);
    bring(text("for the receiver"));

    assertThat(inbox()).isEmpty();
    assertThat(inbox(receiver)).hasSize(1);
    assertThat(get(receiver, path).json().path("tenant_id").asString())
        .isEqualTo(receiver.tenant().id().toString());
    assertThat(delete(receiver, path).status()).isEqualTo(404);
    assertThat(delete(tenant, path).status()).isEqualTo(204);
    assertThat(incoming.received(text("for nobody"))).isFalse();
    String unknown = "{\"tenant_id\":\"018f0000-0000-7000-8000-000000000000\"}";
    assertThat(put(tenant, path, unknown).code()).isEqualTo("invalid_field");
    assertThat(put(tenant, "/v1/numbers/12", "{}").code()).isEqualTo("invalid_field");
  }

  @Test
  void aSharedNumberBelongsToWhoeverLooksAfterTheLink() {
    Received shared = ownedBy(text("hello"), tenant.tenant().id(), "28849");
    bring(shared);
    assertThat(inbox().getFirst().path("to").asString()).isEqualTo("28849");
    put(otherTenant(), "/v1/numbers/28850", "{}");
    bring(ownedBy(text("not mine"), tenant.tenant().id(), "28850"));
    assertThat(texts()).containsExactly("hello");
  }

  @Test
  void partsAreJoinedInWhateverOrderTheyCome() {
    bring(part(7, 3, 3, "three"));
    bring(part(7, 3, 1, "one "));
    assertThat(inbox()).isEmpty();
    bring(part(7, 3, 1, "one "));
    bring(part(7, 3, 2, "two "));

    JsonNode one = inbox().getFirst();
    assertThat(one.path("text").asString()).isEqualTo("one two three");
    assertThat(one.path("parts").asInt()).isEqualTo(3);
    bring(part(7, 3, 2, "two "));
    late();
    assertThat(texts()).as("a part that comes once more").containsExactly("one two three");
  }

  @Test
  void partsThatTheOperatorNumbersAreJoinedToo() {
    for (int number : new int[] {2, 1}) {
      Received plain = text("part" + number);
      bring(
          new Received(
              plain.carrier(),
              plain.owner(),
              plain.identity(),
              plain.from(),
              plain.to(),
              0,
              false,
              plain.text(),
              Optional.of(new Piece(40_000, 2, number))));
    }
    assertThat(texts()).containsExactly("part1part2");
  }

  @Test
  void whatCameIsKeptWhenTheRestDoesNotInTime() {
    bring(part(8, 3, 2, "middle"));
    chore("give-up-on-parts");
    assertThat(inbox()).isEmpty();
    late();

    JsonNode one = inbox().getFirst();
    assertThat(one.path("text").asString()).isEqualTo("[...]middle[...]");
    assertThat(one.path("complete").asBoolean()).isFalse();
    assertThat(one.path("parts_received").asInt()).isEqualTo(1);
    assertThat(jdbc.sql("SELECT count(*) FROM inbound_part").query(Integer.class).single())
        .isZero();
  }

  @Test
  void aReferenceThatIsUsedAgainDoesNotMixTwoMessages() {
    bring(part(9, 2, 1, "old start"));
    bring(part(9, 2, 1, "new start "));
    bring(part(9, 2, 2, "new end"));
    assertThat(texts()).containsExactlyInAnyOrder("old start[...]", "new start new end");
  }

  @Test
  void samePartOnManyConnectionsAtOnceMakesOneMessage() throws Exception {
    Received first = part(10, 2, 1, "first ");
    Received second = part(10, 2, 2, "second");
    Together.run(8, () -> incoming.received(first));
    Together.run(8, () -> incoming.received(second));
    assertThat(texts()).containsExactly("first second");
  }

  @Test
  void aWholeMessageOnManyConnectionsAtOnceIsOne() throws Exception {
    Together.run(8, () -> incoming.received(text("once")));
    assertThat(texts()).containsExactly("once");
  }

  /// The program is killed between the commit and the answer: the operator brings it again.
  @Test
  void aMessageThatWasStoredAndNotAnsweredIsThereOnceWhenItComesAgain() {
    incoming.received(text("YES"));
    bring(text("YES"));
    assertThat(texts()).as("the repeat").containsExactly("YES");
    bring(text("YES"));
    assertThat(texts()).as("a person says it twice").containsExactly("YES", "YES");
  }

  @Test
  void aMessageWithANameOfItsOwnCountsByIt() {
    Received plain = text("YES");
    for (String identity : List.of("SM1", "SM1", "SM2")) {
      bring(
          new Received(
              "http",
              Optional.empty(),
              Optional.of(identity),
              plain.from(),
              plain.to(),
              0,
              false,
              plain.text(),
              Optional.empty()));
    }
    assertThat(texts()).containsExactly("YES", "YES");
    assertThat(inbox())
        .extracting(one -> one.path("carrier_message_id").asString())
        .containsExactlyInAnyOrder("SM1", "SM2");
  }

  @Test
  void aMalformedHeaderIsKeptAsWhatItIs() {
    bring(octets(0, true, new byte[] {0x40, 0, 3, 1}));
    assertThat(inbox().getFirst().path("encoding").asString()).isEqualTo("binary");
    assertThat(texts()).containsExactly("40000301");
  }

  @Test
  void theInboxIsReadPageByPageAndFiltered() {
    for (int i = 1; i <= 3; i++) {
      clock.advance(Duration.ofSeconds(1));
      bring(text("text " + i));
    }
    JsonNode page = get(tenant, LIST + "?limit=2").json();
    assertThat(page.path("data").size()).isEqualTo(2);
    JsonNode rest =
        get(tenant, LIST + "?cursor=" + page.path("next_cursor").asString()).json().path("data");
    assertThat(rest.path(0).path("text").asString()).isEqualTo("text 1");
    String from = number.replace("+", "%2B");
    assertThat(get(tenant, LIST + "?from=" + from).json().path("data").size()).isEqualTo(3);
    assertThat(get(tenant, LIST + "?from=%2B31600000000").json().path("data").size()).isZero();
    assertThat(get(tenant, LIST + "?to=28849").json().path("data").size()).isZero();
    assertThat(get(tenant, LIST + "?until=" + clock.instant()).json().path("data").size())
        .isEqualTo(2);
    assertThat(get(tenant, LIST + "?since=yesterday").code()).isEqualTo("invalid_field");
    assertThat(get(tenant, LIST + "?limit=0").code()).isEqualTo("invalid_field");
  }

  @Test
  void redactionLeavesNeitherNumberNorText() {
    bring(text("forget me"));
    String id = inbox().getFirst().path("id").asString();
    JsonNode redacted = post(tenant, LIST + "/" + id + "/redact", "").json();
    assertThat(redacted.has("from")).isFalse();
    assertThat(redacted.has("text")).isFalse();
    assertThat(redacted.path("redacted_at").asString()).isNotEmpty();
    assertThat(get(tenant, LIST + "?from=" + number.replace("+", "%2B")).json().path("data"))
        .isEmpty();
    assertThat(get(tenant, "/v1/audit?action=inbound.redacted").json().path("data").size())
        .isEqualTo(1);
    assertThat(post(tenant, LIST + "/x/redact", "").status()).isEqualTo(404);
  }

  @Test
  void aHandsetOfTheSandboxCanWrite() {
    String body = "{\"from\":\"%s\",\"to\":\"%s\",\"text\":\"%s\"}";
    String path = "/v1/sandbox/replies";
    assertThat(post(tenant, path, body.formatted(number, own, "déjà 🚲")).status()).isEqualTo(204);
    assertThat(texts()).containsExactly("déjà 🚲");
    assertThat(post(tenant, path, "{\"from\":\"1\",\"to\":\"2\"}").code())
        .isEqualTo("missing_field");
  }

  private void late() {
    clock.advance(Duration.ofMinutes(11));
    chore("give-up-on-parts");
  }
}
