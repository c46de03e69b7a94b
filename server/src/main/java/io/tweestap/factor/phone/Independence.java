package io.tweestap.factor.phone;

import static java.util.Objects.requireNonNull;

import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.Medium;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/// Which factors are lost apart from each other (invariant 7, BND-2): two apps may be on one phone,
/// two entries of one number are one line, and what staff gives is nobody's spare.
@Service
public class Independence {
  private final PhoneLineRows lines;

  Independence(PhoneLineRows lines) {
    this.lines = lines;
  }

  /// The factors that count, in their order: of all apps the first, of all entries of one number
  /// the first, each token, paper once.
  public List<Factor> independent(TenantId tenant, Collection<Factor> factors) {
    Map<FactorId, PhoneNumber> numbers = numbers(tenant, factors);
    Set<Object> seen = new HashSet<>();
    List<Factor> counted = new ArrayList<>();
    for (Factor factor : factors) {
      Object what =
          switch (factor.medium()) {
            case APP, PAPER -> factor.medium();
            case TOKEN -> factor.id();
            case PHONE_LINE -> requireNonNull(numbers.get(factor.id()));
            case STAFF -> Medium.STAFF;
          };
      if (factor.medium() != Medium.STAFF && seen.add(what)) {
        counted.add(factor);
      }
    }
    return List.copyOf(counted);
  }

  /// Whether a phone factor and an address are one line: then the address cannot prove anything
  /// beside the factor, nor the factor beside the address.
  public boolean isSameLine(TenantId tenant, FactorId phone, PhoneNumber address) {
    return lines.has(tenant, phone, address);
  }

  private Map<FactorId, PhoneNumber> numbers(TenantId tenant, Collection<Factor> factors) {
    List<FactorId> phones =
        factors.stream()
            .filter(factor -> factor.medium() == Medium.PHONE_LINE)
            .map(Factor::id)
            .toList();
    return phones.isEmpty() ? Map.of() : lines.numbers(tenant, phones);
  }
}
