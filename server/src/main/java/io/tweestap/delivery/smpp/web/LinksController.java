package io.tweestap.delivery.smpp.web;

import io.tweestap.delivery.smpp.LinkOutcome;
import io.tweestap.delivery.smpp.Links;
import io.tweestap.delivery.smpp.StoredLink;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Links to operators, for whoever runs the installation.
@RestController
@RequestMapping("/v1/links")
class LinksController {
  private static final Set<String> SECONDS = Set.of("enquire_every", "answer_within");

  private final Links links;

  LinksController(Links links) {
    this.links = links;
  }

  @PostMapping
  @RequiresScope(Scope.LINKS_WRITE)
  @ResponseStatus(HttpStatus.CREATED)
  LinkView make(@AuthenticationPrincipal Caller caller, @RequestBody LinkBody body) {
    required("host", body.host());
    required("system_id", body.systemId());
    return shown(
        links.make(
            caller.tenant(),
            required("name", body.name()),
            body.fields(),
            required("password", body.password()),
            !Boolean.FALSE.equals(body.active())));
  }

  @GetMapping
  @RequiresScope(Scope.LINKS_READ)
  LinkView.Listed list(@AuthenticationPrincipal Caller caller) {
    return new LinkView.Listed(links.list(caller.tenant()).stream().map(this::view).toList());
  }

  @GetMapping("/{name}")
  @RequiresScope(Scope.LINKS_READ)
  LinkView find(@AuthenticationPrincipal Caller caller, @PathVariable String name) {
    return links.find(caller.tenant(), name).map(this::view).orElseThrow(() -> notFound());
  }

  @PatchMapping("/{name}")
  @RequiresScope(Scope.LINKS_WRITE)
  LinkView change(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String name,
      @RequestBody LinkChangeBody body) {
    return shown(
        links.change(caller.tenant(), name, body.fields(), body.password(), body.active()));
  }

  @DeleteMapping("/{name}")
  @RequiresScope(Scope.LINKS_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@AuthenticationPrincipal Caller caller, @PathVariable String name) {
    if (!links.remove(caller.tenant(), name)) {
      throw notFound();
    }
  }

  private LinkView shown(LinkOutcome outcome) {
    return switch (outcome) {
      case LinkOutcome.Done(StoredLink link) -> view(link);
      case LinkOutcome.NameTaken() ->
          throw Problem.of(ProblemCode.NAME_TAKEN, "Choose another name for the link.");
      case LinkOutcome.Invalid(String field, String sentence) ->
          throw invalid(SECONDS.contains(field) ? field + "_seconds" : field, sentence);
      case LinkOutcome.ChangedMeanwhile() ->
          throw Problem.of(
              ProblemCode.CHANGED_MEANWHILE, "Read the link again and repeat the change.");
      case LinkOutcome.NotFound() -> throw notFound();
    };
  }

  private LinkView view(StoredLink link) {
    return LinkView.of(link, links.openBinds(link));
  }

  private static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw Problem.of(ProblemCode.MISSING_FIELD, "Give " + field + ".", Map.of("field", field));
    }
    return value;
  }

  private static Problem invalid(String field, String sentence) {
    return Problem.of(ProblemCode.INVALID_FIELD, sentence, Map.of("field", field));
  }

  private static Problem notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no link with this name.");
  }
}
