package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.ocra.OcraBinding;
import io.tweestap.factor.pass.TemporaryPasses;
import io.tweestap.factor.phone.PhoneBinding;
import io.tweestap.factor.recovery.RecoveryCodes;
import io.tweestap.otp.Hotp;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.ocra.Ocra;
import io.tweestap.otp.ocra.OcraInput;
import io.tweestap.otp.ocra.OcraSuite;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Base of the tests of logins with factors of every kind: each ready to be answered with.
abstract class LoginFactorsTest extends LoginTest {
  private static final OcraSuite PLAIN = OcraSuite.parse("OCRA-1:HOTP-SHA1-6:QN08");
  private static final OtpSecret SEED = OtpSecret.of("12345678901234567890".getBytes());
  private static final String SEED_HEX = "3132333435363738393031323334353637383930";
  private static final String YUBIKEY = "vvcccccccccb";

  @Autowired private PhoneBinding phones;
  @Autowired private OcraBinding devices;
  @Autowired private RecoveryCodes recoveryCodes;
  @Autowired private TemporaryPasses passes;

  /// A factor of the user, and how the next right code for a login is got.
  record Ready(FactorId id, Function<String, String> code) {}

  /// Kinds whose codes answer any login.
  static Stream<FactorKind> kindsWithoutChallenge() {
    return Stream.of(
        FactorKind.TOTP,
        FactorKind.HOTP,
        FactorKind.YUBICO_OTP,
        FactorKind.RECOVERY_CODE,
        FactorKind.TEMPORARY_PASS);
  }

  static Stream<FactorKind> kinds() {
    return Stream.concat(kindsWithoutChallenge(), Stream.of(FactorKind.OCRA, FactorKind.PHONE));
  }

  static boolean isSlow(FactorKind kind) {
    return kind == FactorKind.RECOVERY_CODE || kind == FactorKind.TEMPORARY_PASS;
  }

  Ready ready(FactorKind kind) {
    return switch (kind) {
      case TOTP -> {
        App app = app(anna);
        yield new Ready(app.id(), _ -> code(app));
      }
      case HOTP -> hotp();
      case YUBICO_OTP -> yubiKey();
      case RECOVERY_CODE -> recoveryCode();
      case TEMPORARY_PASS -> pass();
      case OCRA -> {
        Device device = device();
        yield new Ready(device.id(), login -> device.response(question(login, device.id())));
      }
      case PHONE -> {
        FactorId phone = phone();
        yield new Ready(phone, login -> sent(login, phone));
      }
      default -> throw new IllegalArgumentException(kind.text() + " is raced elsewhere");
    };
  }

  private String question(String login, FactorId device) {
    return challenged(login, device).path("question").asString();
  }

  private String sent(String login, FactorId phone) {
    challenged(login, phone);
    return code(2);
  }

  private Ready hotp() {
    FactorId id = token("oath_csv", "1001", "," + SEED_HEX + ",hotp", "hotp");
    confirmed(id, Hotp.standard().code(SEED, 0));
    return new Ready(id, _ -> Hotp.standard().code(SEED, 1));
  }

  private Ready yubiKey() {
    Map<String, String> first = Vectors.csv("yubico-otp.csv").get(1);
    Map<String, String> second = Vectors.csv("yubico-otp.csv").get(2);
    String line =
        ",%s,%s,%s,,,".formatted(YUBIKEY, first.get("private_id_hex"), first.get("aes128_key_hex"));
    FactorId id = token("yubico_csv", "1002", line, "yubico_otp");
    confirmed(id, YUBIKEY + first.get("otp_modhex"));
    return new Ready(id, _ -> YUBIKEY + second.get("otp_modhex"));
  }

  /// A token that is taken into stock and given to the user.
  private FactorId token(String format, String serial, String line, String kind) {
    post(
        tenant,
        "/v1/tokens/import",
        "{\"format\":\"%s\",\"content\":\"%s\"}".formatted(format, serial + line));
    Answer given =
        post(
            tenant,
            "/v1/users/anna/factors",
            "{\"kind\":\"%s\",\"serial\":\"%s\"}".formatted(kind, serial));
    assertThat(given.status()).as(given.text()).isEqualTo(201);
    return FactorId.of(given.json().at("/factor/id").asString()).orElseThrow();
  }

  private Ready recoveryCode() {
    app(anna);
    var made =
        (RecoveryCodes.Outcome.Made) recoveryCodes.make(tenantId(), anna, "paper", By.SYSTEM);
    return new Ready(made.id(), _ -> made.codes().getFirst());
  }

  private Ready pass() {
    app(anna);
    var made =
        (TemporaryPasses.Outcome.Made)
            passes.make(
                tenantId(),
                anna,
                passes.draw(tenantId()).orElseThrow(),
                Duration.ofHours(1),
                "system");
    return new Ready(made.id(), _ -> made.code());
  }

  TenantId tenantId() {
    return tenant.tenant().id();
  }

  FactorId phone() {
    var wish =
        new PhoneBinding.Wish(
            "mobile", number, List.of(Channel.SMS, Channel.VOICE), Optional.empty());
    var begun = (PhoneBinding.Outcome.Begun) phones.begin(tenantId(), anna, wish, By.SYSTEM);
    confirmed(begun.id(), code(1));
    advance(Duration.ofSeconds(1));
    return begun.id();
  }

  /// A device whose secret the test knows.
  record Device(FactorId id, OtpSecret secret) {
    String response(String question) {
      return new Ocra(PLAIN).response(secret, OcraInput.question(question));
    }
  }

  Device device() {
    OtpSecret secret = OtpSecret.generate(random);
    var wish =
        new OcraBinding.Wish(
            "reader",
            PLAIN,
            Optional.of(secret),
            Optional.empty(),
            0,
            Optional.empty(),
            "enrolled",
            Optional.empty());
    var begun = (OcraBinding.Outcome.Begun) devices.begin(tenantId(), anna, wish, By.SYSTEM);
    Device device = new Device(begun.id(), secret);
    confirmed(begun.id(), device.response(begun.question()));
    return device;
  }

  private void confirmed(FactorId id, String code) {
    assertThat(
            confirmations.confirm(
                tenantId(), anna, id, io.tweestap.factor.Answer.of(code), By.SYSTEM))
        .isInstanceOf(AnswerOutcome.Right.class);
  }

  JsonNode challenged(String login, FactorId factor) {
    Answer answer =
        post(tenant, "/v1/logins/" + login + "/challenges", "{\"factor_id\":\"" + factor + "\"}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }
}
