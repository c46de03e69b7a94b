/// Rules by which carriers are chosen: [io.tweestap.delivery.rule.RuleOrder] applies them,
/// [io.tweestap.delivery.rule.RouteRules] keeps them.
@NullMarked
package io.tweestap.delivery.rule;

import org.jspecify.annotations.NullMarked;
