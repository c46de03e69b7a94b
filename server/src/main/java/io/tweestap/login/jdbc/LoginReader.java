package io.tweestap.login.jdbc;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Strength;
import io.tweestap.login.Login;
import io.tweestap.login.LoginState;
import io.tweestap.login.Plan;
import io.tweestap.login.Proven;
import io.tweestap.login.Result;
import io.tweestap.login.Visitor;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Purpose;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.vault.Place;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.Vault;
import io.tweestap.verification.Details;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Between a row and a login: seals, opens, reads.
@Component
class LoginReader {
  private static final TypeReference<Map<UUID, UUID>> CHALLENGES = new TypeReference<>() {};

  /// A plan of an earlier release lacks what came later.
  private final JsonMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private final Vault vault;
  private final Clock clock;

  LoginReader(Vault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  JdbcClient.StatementSpec bind(JdbcClient.StatementSpec insert, TenantId tenant, Login login) {
    Optional<Sealed> sealed = login.details().map(details -> seal(tenant, login.id(), details));
    Optional<Result> result = login.result();
    Optional<Result.Stay> stay = result.flatMap(Result::session);
    boolean pending = login.state() == LoginState.PENDING;
    return insert
        .param("tenant", tenant.value())
        .param("id", login.id())
        .param("user", login.user().value())
        .param("subject", login.subject())
        .param("state", login.state().text())
        .param("purpose", login.purpose().text())
        .param("application", login.application().orElse(null))
        .param("plan", json.writeValueAsString(login.plan()))
        .param("ip", pending ? login.visitor().ip().orElse(null) : null)
        .param("place", login.visitor().place().orElse(null))
        .param("user_agent", login.visitor().userAgent().orElse(null))
        .param("locale", login.locale().toLanguageTag())
        .param("key_id", sealed.map(Sealed::keyId).orElse(null))
        .param("details", sealed.map(Sealed::bytes).orElse(null))
        .param("browser", login.browser().orElse(null))
        .param("answers_max", login.answersMax())
        .param("amr", result.map(Result::amr).orElse(List.of()).toArray(String[]::new))
        .param("acr", result.map(Result::acr).orElse(0))
        .param("created_at", SqlTime.of(login.createdAt()))
        .param("expires_at", SqlTime.of(login.expiresAt()))
        .param("finished_at", login.finishedAt().map(SqlTime::of).orElse(null))
        .param(
            "session_ends_at",
            stay.map(length -> SqlTime.of(login.createdAt().plus(length.lifetime()))).orElse(null))
        .param("idle_seconds", stay.map(length -> length.idle().toSeconds()).orElse(null))
        .param(
            "active_at", stay.map((Result.Stay _) -> SqlTime.of(login.createdAt())).orElse(null));
  }

  private Sealed seal(TenantId tenant, UUID id, Details details) {
    return vault.seal(place(tenant, id), json.writeValueAsBytes(details));
  }

  Login read(TenantId tenant, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Instant expiresAt = SqlTime.read(row, "expires_at");
    LoginState state = state(row, expiresAt);
    return new Login(
        id,
        new UserId(row.getObject("user_id", UUID.class)),
        row.getObject("subject", UUID.class),
        state,
        Purpose.of(row.getString("purpose")).orElseThrow(),
        Optional.ofNullable(row.getString("application")),
        json.readValue(row.getString("plan"), Plan.class),
        visitor(row),
        Locale.forLanguageTag(row.getString("locale")),
        Optional.ofNullable(row.getBytes("details_sealed"))
            .map(sealed -> vault.open(place(tenant, id), sealed))
            .map(bytes -> json.readValue(bytes, Details.class)),
        Optional.ofNullable(row.getObject("browser_id", UUID.class)),
        row.getInt("answers_wrong"),
        row.getInt("answers_max"),
        json.readValue(row.getString("challenges"), CHALLENGES),
        proof(row),
        proven(row),
        Optional.ofNullable(row.getObject("enrolling", UUID.class)).map(FactorId::new),
        result(row, state),
        SqlTime.read(row, "created_at"),
        expiresAt,
        state == LoginState.EXPIRED ? Optional.of(expiresAt) : moment(row, "finished_at"));
  }

  /// A pending one whose time is over counts as expired, whether or not the sweep has come by.
  private LoginState state(ResultSet row, Instant expiresAt) throws SQLException {
    LoginState stored = LoginState.of(row.getString("state")).orElseThrow();
    boolean over = !expiresAt.isAfter(clock.instant());
    return stored == LoginState.PENDING && over ? LoginState.EXPIRED : stored;
  }

  private static Visitor visitor(ResultSet row) throws SQLException {
    return new Visitor(
        Optional.ofNullable(row.getString("ip")),
        Optional.ofNullable(row.getString("place")),
        Optional.ofNullable(row.getString("user_agent")));
  }

  private static Optional<Login.Proof> proof(ResultSet row) throws SQLException {
    @Nullable String kind = row.getString("proof_kind");
    if (kind == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Login.Proof(
            Optional.ofNullable(row.getObject("proof_id", UUID.class)),
            Optional.ofNullable(row.getObject("proof_address", UUID.class)),
            FirstFactorProof.of(kind).orElseThrow(),
            moment(row, "proven_at")));
  }

  private static Proven proven(ResultSet row) throws SQLException {
    return new Proven(
        Optional.ofNullable(row.getObject("factor_id", UUID.class)).map(FactorId::new),
        Optional.ofNullable(row.getString("factor_kind")).flatMap(FactorKind::of),
        moment(row, "factor_at"),
        texts(row.getArray("factor_amr")),
        Optional.ofNullable(row.getString("factor_strength")).map(Strength::valueOf));
  }

  private static Optional<Result> result(ResultSet row, LoginState state) throws SQLException {
    if (state != LoginState.PASSED) {
      return Optional.empty();
    }
    Instant at = SqlTime.read(row, "finished_at");
    Optional<Result.Stay> stay = Optional.empty();
    Optional<Instant> endsAt = moment(row, "session_ends_at");
    if (endsAt.isPresent()) {
      Duration idle = Duration.ofSeconds(row.getInt("session_idle_seconds"));
      stay = Optional.of(new Result.Stay(Duration.between(at, endsAt.get()), idle));
    }
    return Optional.of(new Result(texts(row.getArray("amr")), row.getInt("acr"), at, stay));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(SqlTime.readNullable(row, column));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static Place place(TenantId tenant, UUID id) {
    return new Place(tenant, "login", "details_sealed", id);
  }
}
