import type { Value } from "../bson/value";
import { MongoError } from "../errors";

/** A compiled expression: its value for a document. `undefined` means missing. */
export type Expression = (root: Value) => Value;

/** What all expressions of one command share. */
export interface Frame {
  /** the values of variables, by slot */
  values: Value[];
  /** `$$NOW` */
  now: Date;
  collator: Intl.Collator | undefined;
}

export type Compile = (spec: Value, scope: Scope) => Expression;

/** Makes the expression of an operator from its operand. */
export type Operator = (operand: Value, scope: Scope) => Expression;
export type Operators = Readonly<Record<string, Operator>>;

/**
 * The variables that an expression may use. Every binding has a slot of its own in the frame, so that evaluating
 * never builds an environment.
 */
export class Scope {
  constructor(
    readonly frame: Frame,
    private readonly compileSpec: Compile,
    private readonly slots: ReadonlyMap<string, number> = new Map(),
  ) {}

  compile(spec: Value): Expression {
    return this.compileSpec(spec, this);
  }

  /** The scope with one more variable, and what sets its value. */
  bind(name: string): { scope: Scope; set: (v: Value) => void } {
    const slot = this.frame.values.push(undefined) - 1;
    const slots = new Map(this.slots).set(name, slot);
    const { values } = this.frame;
    return {
      scope: new Scope(this.frame, this.compileSpec, slots),
      set: (v) => {
        values[slot] = v;
      },
    };
  }

  /** @throws MongoError 17276 for a variable that nobody defined */
  variable(name: string): Expression {
    const slot = this.slots.get(name);
    if (slot === undefined) throw new MongoError(17276, `Use of undefined variable: ${name}`);
    const { values } = this.frame;
    return () => values[slot];
  }
}

/** @throws MongoError for names that variables may not have */
export function checkVariableName(name: string): void {
  if (name === "") throw new MongoError(9, "empty variable names are not allowed");
  if (name !== "CURRENT" && !/^[a-z\u0080-\uffff]/.test(name)) {
    throw new MongoError(9, `'${name}' starts with an invalid character for a user variable name`);
  }
  const bad = /[^\w\u0080-\uffff]/.exec(name);
  if (bad)
    throw new MongoError(9, `'${name}' contains an invalid character for a variable name: '${bad[0]}'`);
}
