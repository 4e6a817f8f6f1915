-- AlterTable
ALTER TABLE "workflow_event" ADD COLUMN     "organization_id" UUID,
ADD COLUMN     "region_id" UUID;

-- CreateIndex
CREATE INDEX "workflow_event_region_id_at_id_idx" ON "workflow_event"("region_id", "at", "id");

-- CreateIndex
CREATE INDEX "workflow_event_organization_id_at_id_idx" ON "workflow_event"("organization_id", "at", "id");

-- AddForeignKey
ALTER TABLE "workflow_event" ADD CONSTRAINT "workflow_event_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_event" ADD CONSTRAINT "workflow_event_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
