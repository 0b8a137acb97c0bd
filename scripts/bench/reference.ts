/**
 * The bare handler that the product is measured against: Koa, @koa/router, mongoose and zod, one collection, nothing
 * else: no sign-in, no policy, no audit, no notices, no presentation, and only the index that its list
 * needs.
 */
import Router from "@koa/router";
import Koa from "koa";
import mongoose, { Schema, Types } from "mongoose";
import getRawBody from "raw-body";
import * as z from "zod";

const bodySchema = z.object({
  itemId: z.string().regex(/^[0-9a-f]{24}$/),
  submit: z.boolean(),
  points: z.array(z.string().min(1).max(200)).min(1).max(5),
  details: z.record(z.string(), z.string().max(500)),
  consents: z.object({ processing: z.boolean() }),
});

interface Bare {
  _id: Types.ObjectId;
  talentId: string;
  [field: string]: unknown;
}

const bareSchema = new Schema<Bare>(
  { talentId: String },
  { collection: "bare", strict: false, versionKey: false },
);
const Bare = mongoose.model<Bare>("Bare", bareSchema);

/** The document that the product stored for the same call; every insert is a copy with an id of its own. */
let template: Record<string, unknown> = {};

const router = new Router();
router.post("/bare", async (ctx) => {
  const body = bodySchema.parse(JSON.parse(await getRawBody(ctx.req, { encoding: "utf8" })));
  const document = await Bare.create({
    ...template,
    _id: new Types.ObjectId(),
    points: body.points.map((text) => ({ text })),
  });
  ctx.status = 201;
  ctx.body = document;
});
router.get("/bare", async (ctx) => {
  const limit = z.coerce.number().int().min(1).max(100).parse(ctx.query["limit"]);
  const talentId = z.string().parse(ctx.query["talentId"]);
  ctx.body = await Bare.find({ talentId }).sort({ _id: -1 }).limit(limit).lean();
});
router.get("/bare/:id", async (ctx) => {
  const id = z
    .string()
    .regex(/^[0-9a-f]{24}$/)
    .parse(ctx.params["id"]);
  ctx.body = await Bare.findById(id).lean();
});

async function run(): Promise<void> {
  await mongoose.connect(process.env["MONGODB_URI"] ?? "");
  const copied = await mongoose.connection
    .collection("requests")
    .findOne({ number: process.env["TEMPLATE_NUMBER"] ?? "" });
  template = { ...copied };
  const app = new Koa();
  app.use(router.routes());
  const server = app.listen(0, "127.0.0.1", () => {
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    process.stdout.write(`${JSON.stringify({ ready: true, port })}\n`);
  });
  process.on("SIGTERM", () => server.close(() => void mongoose.disconnect().then(() => process.exit(0))));
}

run().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
