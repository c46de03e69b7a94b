package io.tweestap.client.route;

import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.util.List;

/// By which rules carriers are chosen. They count for the messages of all tenants.
///
/// ```java
/// RouteTable now = tweestap.routes().get();
/// RouteRule nl = RouteRule.of("nl", "duif", 3).and("postduif", 1).toCountries("NL");
/// RouteTable changed = tweestap.routes().replace(now.version(), List.of(nl));
/// ```
public final class Routes {
  private final Http http;

  /// Made by the client.
  public Routes(Http http) {
    this.http = http;
  }

  /// The rules of the tenant, and their version.
  public RouteTable get() {
    return http.get(Call.of(Operation.GET_ROUTES), RouteTable.class);
  }

  /// Puts rules in the place of all that there are; every node follows within five seconds.
  ///
  /// @param version that they were made from
  /// @throws RequestRefused with `invalid_field`, or with `changed_meanwhile` when there is another
  ///   version by now
  public RouteTable replace(int version, List<RouteRule> rules) {
    Fields body = Fields.of("version", version).and("rules", rules);
    return http.get(Call.of(Operation.PUT_ROUTES).json(body), RouteTable.class);
  }

  /// Of which carriers codes are typed, over all tenants.
  public RouteLearning learning() {
    return http.get(Call.of(Operation.GET_ROUTE_LEARNING), RouteLearning.class);
  }
}
