package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.tenant.NewClient;
import io.tweestap.tenant.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Each operation of the API opens with the scope that is described, and with no other")
class EveryScopeTest extends VerificationTest {
  private static final Set<String> OPEN = Set.of("createToken", "getDescription");

  @Test
  void everyOperationIsDescribedWithOneScope() {
    assertThat(
            Described.operations()
                .filter(operation -> scopes(operation).size() != 1)
                .map(Described.Operation::id)
                .collect(Collectors.toSet()))
        .isEqualTo(OPEN);
  }

  @Test
  void allOtherScopesTogetherOpenNothing() {
    scoped()
        .forEach(operation -> {
          Scope needed = scopes(operation).getFirst();
          Answer answer = call(with(tenant, EnumSet.complementOf(EnumSet.of(needed))), operation);

          assertThat(answer.status()).as(operation.name()).isEqualTo(403);
          assertThat(answer.code()).as(operation.name()).isEqualTo("wrong_scope");
          assertThat(answer.json().path("scope").asString()).isEqualTo(needed.text());
        });
  }

  @Test
  void theOneScopeIsEnough() {
    scoped()
        .forEach(operation -> {
          Answer answer = call(with(tenant, EnumSet.of(scopes(operation).getFirst())), operation);

          assertThat(answer.code()).as(operation.name()).isNotEqualTo("wrong_scope");
          assertThat(answer.status()).as(operation.name()).isNotEqualTo(401).isLessThan(500);
        });
  }

  private static List<Described.Operation> scoped() {
    return Described.operations().filter(operation -> !OPEN.contains(operation.id())).toList();
  }

  private static List<Scope> scopes(Described.Operation operation) {
    return operation
        .node()
        .path("security")
        .valueStream()
        .flatMap(way -> way.valueStream())
        .flatMap(list -> list.valueStream())
        .map(scope -> Scope.of(scope.asString()).orElseThrow())
        .toList();
  }

  private static TestTenant with(TestTenant tenant, Set<Scope> scopes) {
    NewClient client = tenant.client();
    return new TestTenant(
        tenant.tenant(), new NewClient(client.clientId(), client.secret(), scopes));
  }

  /// About nothing that is there, so that nothing comes of it.
  private Answer call(TestTenant as, Described.Operation operation) {
    String path = operation.path().replaceAll("\\{[^}]*}", "x");
    List<String> types =
        operation.node().at("/requestBody/content").propertyStream().map(e -> e.getKey()).toList();
    boolean hasBody = !types.isEmpty();
    return send(
        authorized(as, path)
            .header("Content-Type", hasBody ? types.getFirst() : "application/json")
            .method(
                operation.method().toUpperCase(java.util.Locale.ROOT),
                hasBody ? BodyPublishers.ofString("{}") : BodyPublishers.noBody()));
  }
}
