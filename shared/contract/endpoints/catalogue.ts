import * as z from "zod/mini";
import { CASE_STAFF_ROLES } from "../../domain/roles";
import { defineEndpoints } from "../endpoint";
import * as catalogue from "../schemas/catalogue";
import { idParams, idSchema, pageOf, pageQuery, writtenText } from "../schemas/primitives";

export const catalogueEndpoints = defineEndpoints({
  "items.list": {
    method: "GET",
    path: "/api/items",
    summary: "The service catalogue of today, with what the reader is entitled to",
    access: "anyone",
    query: z.strictObject({
      ...pageQuery,
      group: z.optional(z.enum(catalogue.ITEM_GROUPS)),
      q: z.optional(writtenText(40)),
    }),
    output: pageOf(catalogue.itemSummarySchema),
  },
  "items.read": {
    method: "GET",
    path: "/api/items/:id",
    summary: "The service guide of an item",
    access: "anyone",
    params: idParams,
    output: catalogue.itemDetailSchema,
  },
  "items.publishVersion": {
    method: "POST",
    path: "/api/items/:id/versions",
    summary: "Publish a new version of an item from a day on",
    access: ["administrator"],
    params: idParams,
    body: catalogue.publishItemVersionBody,
    output: catalogue.itemDetailSchema,
    status: 201,
  },
  "districts.list": {
    method: "GET",
    path: "/api/districts",
    summary: "Districts and counties",
    access: "anyone",
    output: z.object({ items: z.array(catalogue.districtSchema) }),
  },
  "posts.list": {
    method: "GET",
    path: "/api/posts",
    summary:
      "Posts a request can be dispatched to, best suggestion first; without a request all that can be asked",
    access: CASE_STAFF_ROLES,
    query: z.strictObject({ requestId: z.optional(idSchema) }),
    output: catalogue.postChoicesSchema,
  },
});
