package io.tweestap.client.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.client.inbound.InboundFilter;
import io.tweestap.client.inbound.InboundMessage;
import io.tweestap.client.inbound.InboundRule;
import io.tweestap.client.inbound.InboundTarget;
import io.tweestap.client.inbound.OptOut;
import io.tweestap.client.inbound.OptOutSettings;
import io.tweestap.client.inbound.OwnNumber;
import io.tweestap.client.message.AcceptedMessages;
import io.tweestap.client.message.MessageFilter;
import io.tweestap.client.message.MessagePriority;
import io.tweestap.client.message.MessageRecipient;
import io.tweestap.client.message.MessageState;
import io.tweestap.client.message.NewMessages;
import io.tweestap.client.message.SendOutcome;
import io.tweestap.client.message.SendOutcome.BadRecipient;
import io.tweestap.client.settings.SenderKind;
import io.tweestap.client.settings.SenderRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesExampleTest extends ExampleTest {
  private final Instant tomorrow = now().plus(Duration.ofDays(1));

  @Test
  void aBatchIsSentLaterAndWithdrawn() {
    NewMessages reminder =
        NewMessages.of(
                List.of(
                    MessageRecipient.of("+31612345678").variables(Map.of("time", "9:15")),
                    MessageRecipient.of("+31612345679").variables(Map.of("time", "10:00"))),
                "We expect you at {time}.")
            .sendAt(tomorrow)
            .validity(Duration.ofHours(1));
    String seen =
        switch (tweestap.messages().send(reminder)) {
          case SendOutcome.Accepted(AcceptedMessages it) -> it.messages().size() + " accepted";
          case SendOutcome.BadRecipients(List<BadRecipient> errors, int failed) ->
              failed + " to correct: " + errors.getFirst().detail();
          case SendOutcome.ChannelNotAvailable() -> "no carrier";
          case SendOutcome.RateLimited(Duration waitFor, String limit) -> "later: " + limit;
          case SendOutcome.Unpaid(String code, String detail) -> detail;
        };
    show(seen);
    assertThat(shown).containsExactly("2 accepted");
    withdrawn();
  }

  private void withdrawn() {
    var found = tweestap.messages().list(MessageFilter.all().to("+31612345679").since(now()));
    var first = found.stream().findFirst().orElseThrow();
    assertThat(tweestap.messages().cancel(first.id())).isTrue();
    var batch = tweestap.messages().cancelBatch(first.about());
    assertThat(batch.states()).containsEntry(MessageState.CANCELED, 2);
    assertThat(tweestap.messages().batch(batch.id()).orElseThrow().messages()).isEqualTo(2);
    assertThat(tweestap.messages().redact(first.id()).to()).isEqualTo("redacted");
  }

  @Test
  void aTemplateIsWrittenAndUsed() {
    tweestap
        .messageTemplates()
        .put(
            "visit",
            List.of("time"),
            Map.of("en", "We expect you at {time}.", "nl", "We verwachten je om {time}."));
    Map<String, String> values = Map.of("time", "9:15");
    show(tweestap.messages().estimate("visit", "nl", values).text().orElseThrow());
    NewMessages visit =
        NewMessages.ofTemplate(
            List.of(MessageRecipient.of("+31612345678").locale("nl").variables(values)), "visit");
    assertThat(shown).containsExactly("We verwachten je om 9:15.");
    assertThat(tweestap.messages().send(visit.locale("en").sendAt(tomorrow)))
        .isInstanceOf(SendOutcome.Accepted.class);
    assertThat(tweestap.messageTemplates().find("visit").orElseThrow().variables())
        .containsExactly("time");
    assertThat(tweestap.messageTemplates().list()).extracting("name").contains("visit");
    tweestap.messageTemplates().delete("visit");
    assertThat(tweestap.messageTemplates().find("visit")).isEmpty();
  }

  @Test
  void aSenderRuleIsSet() {
    SenderRule rule = tweestap.senderRules().put("US", SenderKind.NUMERIC, List.of("+12025550123"));
    show(rule.country() + ": " + rule.senders().getFirst());
    assertThat(shown).containsExactly("US: +12025550123");
    assertThat(tweestap.senderRules().list()).extracting("country").contains("US", "IN");
    assertThat(tweestap.senderRules().replace("US", "28849").replacement()).isEqualTo("28849");
    assertThat(tweestap.senderRules().find("US").orElseThrow().kind())
        .isEqualTo(SenderKind.REPLACED);
    tweestap.senderRules().delete("US");
    assertThat(tweestap.senderRules().find("US")).isEmpty();
  }

  @Test
  void whatIsWrongIsToldByRecipient() {
    var wrong =
        NewMessages.of(
                List.of(MessageRecipient.of("+31612345678"), MessageRecipient.of("061")), "Sale!")
            .reference("autumn")
            .sender("Example")
            .priority(MessagePriority.MARKETING)
            .metadata(Map.of("campaign", "autumn"));
    assertThat(tweestap.messages().send(NewMessages.of("061", "Sale!")))
        .isInstanceOfSatisfying(
            SendOutcome.BadRecipients.class,
            bad -> assertThat(bad.errors()).extracting("code").containsExactly("invalid_number"));
    assertThat(wrong.toString()).doesNotContain("31612345678");
  }

  @Test
  void whatPeopleWriteIsRead() {
    OwnNumber number = tweestap.ownNumbers().put("+31850601234");
    tweestap.ownNumbers().list().forEach(one -> show(one.number()));
    assertThat(shown).contains(number.number());
    tweestap.sandbox().reply("+31612345670", "+31850601234", "Is my bike ready?");
    tweestap
        .inbound()
        .list(InboundFilter.all().to("+31850601234"))
        .forEach(message -> answer(message.from(), message.text()));
    assertThat(shown).last().isEqualTo("+31612345670: Is my bike ready?");
    InboundRule bikes = InboundRule.to(InboundTarget.INBOX).number("+31850601234").keyword("BIKE");
    tweestap.inbound().putRules(List.of(bikes));
    assertThat(tweestap.inbound().rules().rules()).containsExactly(bikes);
    InboundFilter person = InboundFilter.all().from("+31612345670").since(now().minusSeconds(60));
    InboundMessage message = tweestap.inbound().list(person).iterator().next();
    assertThat(tweestap.inbound().find(message.id())).contains(message);
    assertThat(tweestap.inbound().redact(message.id()).text()).isNull();
    assertThat(tweestap.ownNumbers().find("+31850601234")).contains(number);
    tweestap.ownNumbers().delete("+31850601234");
    assertThat(tweestap.ownNumbers().list()).isEmpty();
  }

  @Test
  void whoeverWantsNoMessagesGetsNone() {
    OptOut stopped = tweestap.optOuts().add("+31612345671");
    NewMessages text = NewMessages.of(List.of(MessageRecipient.of("+31612345671")), "Hello");
    assertThat(tweestap.messages().send(text)).isInstanceOf(SendOutcome.BadRecipients.class);
    assertThat(tweestap.optOuts().list("+31612345671").iterator().next()).isEqualTo(stopped);
    tweestap.optOuts().remove(stopped.id(), "asked at the counter");
    assertThat(tweestap.optOuts().list().iterator().hasNext()).isFalse();
    assertThat(tweestap.messages().send(text)).isInstanceOf(SendOutcome.Accepted.class);
    OptOut one = tweestap.optOuts().add("+31612345671", "28849");
    assertThat(one.sender()).isEqualTo("28849");
    tweestap.optOuts().remove(one.id(), "example");
    OptOutSettings usual = tweestap.optOuts().settings();
    assertThat(usual.codesExempt()).isTrue();
    assertThat(tweestap.optOuts().putSettings(usual)).isEqualTo(usual);
  }

  private void answer(String from, String text) {
    show(from + ": " + text);
  }
}
