import { isObject, listOf, objectOf, textOf } from './json.js';
import type { JsonObject } from './manifest.js';

/** True when every label of a plain selector (a Service's) is on the object. */
export function labelsMatch(selector: JsonObject, labels: JsonObject): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

/** Judges a LabelSelector as the API server does; an empty one selects everything. */
export function selectorMatches(selector: JsonObject, labels: JsonObject): boolean {
  return (
    labelsMatch(objectOf(selector.matchLabels), labels) &&
    listOf(selector.matchExpressions).every((item) => !isObject(item) || expressionMatches(item, labels))
  );
}

function expressionMatches(expression: JsonObject, labels: JsonObject): boolean {
  const value = labels[textOf(expression.key)];
  const values = listOf(expression.values);
  switch (expression.operator) {
    case 'In':
      return values.includes(value);
    case 'NotIn':
      return !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}
