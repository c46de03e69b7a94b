package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.tenant.RequiresScope;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Walks all endpoints that the program has.
class EveryEndpointTest extends SandboxTest {
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void everyEndpointOfTheApiAsksForAScope() {
    assertThat(api().filter(entry -> scope(entry) == null).map(Object::toString)).isEmpty();
  }

  @Test
  void everyEndpointOfTheApiIsClosedToStrangers() {
    List<String> paths =
        api().flatMap(entry -> entry.getKey().getPatternValues().stream()).distinct().toList();

    assertThat(paths).isNotEmpty();
    for (String path : paths) {
      assertThat(send(request(path.replaceAll("\\{[^}]*}", "x")).GET()).status())
          .as(path)
          .isEqualTo(401);
    }
  }

  private Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> api() {
    return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
        .filter(entry ->
            entry.getKey().getPatternValues().stream()
                .anyMatch(path -> path.startsWith("/v1") && !path.equals("/v1/openapi.json")));
  }

  private static @Nullable RequiresScope scope(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
    return entry.getValue().getMethod().getAnnotation(RequiresScope.class);
  }
}
