package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditResult;
import io.tweestap.credit.Entry;
import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.Priority;
import io.tweestap.delivery.TryOutcome;
import io.tweestap.delivery.learn.LearningMode;
import io.tweestap.delivery.receipt.ReceiptState;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.FactorState;
import io.tweestap.factor.Medium;
import io.tweestap.factor.Strength;
import io.tweestap.factor.token.HardwareToken;
import io.tweestap.inbound.InboundTarget;
import io.tweestap.limit.Limit;
import io.tweestap.login.DecisionKind;
import io.tweestap.login.LoginState;
import io.tweestap.login.Step;
import io.tweestap.login.disconnect.DisconnectState;
import io.tweestap.login.session.SessionState;
import io.tweestap.message.NewBatch;
import io.tweestap.otp.Algorithm;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Profile;
import io.tweestap.policy.ReasonKind;
import io.tweestap.policy.exemption.ExemptionState;
import io.tweestap.policy.forecast.ForecastOutcome;
import io.tweestap.risk.Decision;
import io.tweestap.risk.FraudMode;
import io.tweestap.risk.rule.Rule;
import io.tweestap.sender.SenderKind;
import io.tweestap.shared.Channel;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.sms.ReceivedCoding;
import io.tweestap.tenant.Scope;
import io.tweestap.user.UserState;
import io.tweestap.user.address.AddressKind;
import io.tweestap.verification.Details;
import io.tweestap.verification.NewVerification;
import io.tweestap.verification.NextAction;
import io.tweestap.verification.Purpose;
import io.tweestap.verification.State;
import io.tweestap.verification.workflow.Workflow;
import io.tweestap.webhook.DeliveryError;
import io.tweestap.webhook.DeliveryState;
import io.tweestap.webhook.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// The values and numbers in the OpenAPI document are those of the code.
class ValuesDescribedTest {
  private static final Map<String, List<String>> ENUMS =
      Map.ofEntries(
          Map.entry("AuditAction", texts(AuditAction.values(), AuditAction::text)),
          Map.entry("AuditResult", texts(AuditResult.values(), AuditResult::text)),
          Map.entry("ProblemCode", texts(ProblemCode.values(), ProblemCode::text)),
          Map.entry("VerificationState", texts(State.values(), State::text)),
          Map.entry("NextActionKind", texts(NextAction.Kind.values(), NextAction.Kind::text)),
          Map.entry(
              "WorkflowStepState", texts(Workflow.StepState.values(), Workflow.StepState::text)),
          Map.entry("Purpose", texts(Purpose.values(), Purpose::text)),
          Map.entry("Channel", texts(Channel.values(), Channel::text)),
          Map.entry("DisconnectState", texts(DisconnectState.values(), DisconnectState::text)),
          Map.entry("LoginState", texts(LoginState.values(), LoginState::text)),
          Map.entry("LoginDecision", texts(DecisionKind.values(), DecisionKind::text)),
          Map.entry("LoginStep", texts(Step.values(), Step::text)),
          Map.entry("SessionState", texts(SessionState.values(), SessionState::text)),
          Map.entry("UserState", texts(UserState.values(), UserState::text)),
          Map.entry("AddressKind", texts(AddressKind.values(), AddressKind::text)),
          Map.entry("FactorKind", texts(FactorKind.values(), FactorKind::text)),
          Map.entry("FactorState", texts(FactorState.values(), FactorState::text)),
          Map.entry("FactorStrength", texts(Strength.values(), Strength::text)),
          Map.entry("FactorMedium", texts(Medium.values(), Medium::text)),
          Map.entry("TryOutcome", texts(TryOutcome.values(), TryOutcome::text)),
          Map.entry("OtpAlgorithm", texts(Algorithm.values(), Algorithm::name)),
          Map.entry("TokenState", texts(HardwareToken.Where.values(), HardwareToken.Where::text)),
          Map.entry(
              "StepPurpose",
              texts(io.tweestap.policy.Purpose.values(), io.tweestap.policy.Purpose::text)),
          Map.entry("FirstFactorProof", texts(FirstFactorProof.values(), FirstFactorProof::text)),
          Map.entry("AssuranceProfile", texts(Profile.values(), Profile::text)),
          Map.entry("ExemptionState", texts(ExemptionState.values(), ExemptionState::text)),
          Map.entry("PolicyOutcome", texts(ForecastOutcome.values(), ForecastOutcome::text)),
          Map.entry("PolicyReasonCode", texts(ReasonKind.values(), ReasonKind::text)),
          Map.entry("Scope", texts(Scope.values(), Scope::text)),
          Map.entry("LearningMode", texts(LearningMode.values(), LearningMode::text)),
          Map.entry("Limit", texts(Limit.values(), Limit::text)),
          Map.entry("EventType", texts(EventType.values(), EventType::text)),
          Map.entry(
              "SubscribedEventType",
              EventType.subscribable().stream().map(EventType::text).toList()),
          Map.entry("MessageState", texts(MessageState.values(), MessageState::text)),
          Map.entry("ReceiptState", texts(ReceiptState.values(), ReceiptState::text)),
          Map.entry("MessagePriority", texts(Priority.values(), Priority::text)),
          Map.entry("InboundEncoding", texts(ReceivedCoding.values(), ReceivedCoding::text)),
          Map.entry("InboundTarget", texts(InboundTarget.values(), InboundTarget::text)),
          Map.entry("SenderKind", texts(SenderKind.values(), SenderKind::text)),
          Map.entry("CreditEntryKind", texts(Entry.Kind.values(), Entry.Kind::text)),
          Map.entry("FraudMode", texts(FraudMode.values(), FraudMode::text)),
          Map.entry("FraudRule", texts(Rule.values(), Rule::text)),
          Map.entry("FraudAction", texts(Decision.Action.values(), Decision.Action::text)),
          Map.entry("DeliveryState", texts(DeliveryState.values(), DeliveryState::text)),
          Map.entry("DeliveryError", texts(DeliveryError.values(), DeliveryError::text)));

  @Test
  void everyEnumHasTheValuesOfItsJavaEnum() {
    Map<String, List<String>> described =
        Described.ROOT
            .at("/components/schemas")
            .propertyStream()
            .filter(schema -> schema.getValue().has("enum"))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    schema ->
                        schema
                            .getValue()
                            .get("enum")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList()));

    assertThat(described).isEqualTo(ENUMS);
  }

  @Test
  void everyValueOfAnEnumIsExplained() {
    for (String name :
        Set.of(
            "AuditResult",
            "VerificationState",
            "Purpose",
            "MessageState",
            "ReceiptState",
            "MessagePriority",
            "SenderKind",
            "FraudMode",
            "FraudRule",
            "FraudAction",
            "EventType",
            "FactorKind",
            "FactorState",
            "FactorStrength",
            "FactorMedium",
            "TokenState",
            "UserState",
            "AddressKind",
            "StepPurpose",
            "FirstFactorProof",
            "AssuranceProfile",
            "ExemptionState",
            "PolicyOutcome")) {
      String words = Described.schema(name).get("description").asString();
      assertThat(ENUMS.get(name)).allMatch(value -> words.contains("- `" + value + "`: "));
    }
    assertThat(
            Described.ROOT
                .at("/components/securitySchemes/oauth2/flows/clientCredentials/scopes")
                .propertyNames())
        .containsExactlyElementsOf(ENUMS.get("Scope"));
  }

  @Test
  void limitsHaveTheirDefaultsAsMost() {
    for (String name : Set.of("Settings", "SettingsChange")) {
      JsonNode limits = Described.schema(name).at("/properties/limits/properties");
      assertThat(limits.propertyNames())
          .containsExactlyElementsOf(texts(Limit.values(), Limit::text));
      for (Limit limit : Limit.values()) {
        assertThat(limits.get(limit.text()).get("maximum").asInt()).isEqualTo(limit.capacity());
      }
    }
  }

  @Test
  void numbersAreThoseOfTheCode() {
    JsonNode start = Described.schema("NewVerification").get("properties");
    JsonNode length = start.get("code_length");
    assertThat(length.get("minimum").asInt()).isEqualTo(NewVerification.CODE_LENGTH_MIN);
    assertThat(length.get("maximum").asInt()).isEqualTo(NewVerification.CODE_LENGTH_MAX);
    assertThat(length.get("default").asInt()).isEqualTo(NewVerification.CODE_LENGTH_DEFAULT);
    assertThat(start.at("/ttl/minimum").asLong()).isEqualTo(Purpose.SHORTEST.toSeconds());
    assertThat(start.at("/ttl/maximum").asLong()).isEqualTo(Purpose.LONGEST.toSeconds());
    JsonNode details = Described.schema("TransactionDetails").get("properties");
    assertThat(details.at("/payee/maxLength").asInt()).isEqualTo(Details.PAYEE_MAX);
    assertThat(details.at("/payees/maxItems").asInt()).isEqualTo(Details.PAYEES_MAX);
    messageNumbersAreThoseOfTheCode();
    JsonNode size = Described.ROOT.at("/components/parameters/PageSize/schema");
    assertThat(size.get("maximum").asInt()).isEqualTo(Page.MAX_SIZE);
    assertThat(size.get("default").asInt()).isEqualTo(Page.DEFAULT_SIZE);
  }

  private static void messageNumbersAreThoseOfTheCode() {
    JsonNode send = Described.schema("NewMessages").get("properties");
    assertThat(send.at("/recipients/maxItems").asInt()).isEqualTo(NewBatch.RECIPIENTS_MAX);
    assertThat(send.at("/text/maxLength").asInt()).isEqualTo(NewBatch.TEXT_MAX);
    JsonNode validity = send.get("validity_seconds");
    assertThat(validity.get("minimum").asLong()).isEqualTo(NewBatch.VALIDITY_MIN.toSeconds());
    assertThat(validity.get("maximum").asLong()).isEqualTo(NewBatch.VALIDITY_MAX.toSeconds());
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void everyProblemHasAnExampleAndARowInTheReference(ProblemCode code) throws IOException {
    JsonNode example = Described.ROOT.at("/components/examples").get(code.text());
    JsonNode value = example.get("value");
    assertThat(value.get("type").asString()).isEqualTo(code.type().toString());
    assertThat(value.get("title").asString()).isEqualTo(code.title());
    assertThat(value.get("status").asInt()).isEqualTo(code.status().value());
    assertThat(value.get("code").asString()).isEqualTo(code.text());
    assertThat(example.get("summary").asString()).isEqualTo(code.title());
    assertThat(Files.readAllLines(Path.of("../docs/reference/problems.md")))
        .contains(
            "| `%s` | %d | %s | %s |"
                .formatted(
                    code.text(),
                    code.status().value(),
                    code.title(),
                    example.get("description").asString()));
  }

  private static <E> List<String> texts(E[] values, Function<E, String> text) {
    return Arrays.stream(values).map(text).toList();
  }
}
